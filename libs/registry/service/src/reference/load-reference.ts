import { commandIdOf, derivedId } from '@benkan/messaging';
import { openDoor, SERVICE, type Door, type Doorkeeper } from '@benkan/doors';
import reference from './units.json';

const CALLER = 'benkan|reference-data';

/** The id of a unit of the reference data, by its key in the file. */
const referenceUnitId = (key: string): string => derivedId('unit', key);

/**
 * Registers the country, its régions, the District and Bamako's communes, each once and for ever:
 * the same commands at every start, through the same door as any client.
 */
export const loadReference = async (door: Door, doorkeeper: Doorkeeper): Promise<void> => {
  for (const { key, parent, unitType, name, codes, validFrom } of reference.units) {
    const commandId = commandIdOf(CALLER, door.contract.name, key);
    const reply = await openDoor(
      door,
      {
        v: 1,
        id: commandId,
        name: door.contract.name,
        body: {
          id: referenceUnitId(key),
          unitType,
          parentId: parent === null ? null : referenceUnitId(parent),
          name,
          codes,
          validFrom,
        },
        context: doorkeeper.context.sign(SERVICE, 60_000),
        commandId,
        correlationId: commandId,
        deadline: Number.MAX_SAFE_INTEGER,
      },
      doorkeeper,
    );
    if (reply.kind !== 'answer') throw new Error(`reference unit ${key}: ${reply.code}`);
  }
};
