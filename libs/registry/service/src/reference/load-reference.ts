import { commandIdOf, derivedId } from '@benkan/messaging';
import { openDoor, SERVICE, type Door, type Doorkeeper } from '@benkan/doors';
import reference from './units.json';

const CALLER = 'benkan|reference-data';

/** The id of a unit of the reference data, by its key in the file. */
const referenceUnitId = (key: string): string => derivedId('unit', key);

type Unit = (typeof reference.units)[number];

const registering = ({ key, parent, unitType, name, codes, validFrom }: Unit, wireName: string) => ({
  commandId: commandIdOf(CALLER, wireName, key),
  body: {
    id: referenceUnitId(key),
    unitType,
    parentId: parent === null ? null : referenceUnitId(parent),
    name,
    codes,
    validFrom,
  },
});

// what an operator must put right first; reading goes on meanwhile
const LATER = ['clock-behind', 'storage-full'];

/**
 * Registers the country, its régions, the District and Bamako's communes, each once and for ever:
 * the same commands at every start, through the same door as any client. What cannot be written now is at the next start.
 */
export const loadReference = async (door: Door, doorkeeper: Doorkeeper): Promise<void> => {
  const { name } = door.contract;
  for (const unit of reference.units) {
    const { commandId, body } = registering(unit, name);
    const context = doorkeeper.context.sign(SERVICE, 60_000);
    const said = { commandId, correlationId: commandId, deadline: Number.MAX_SAFE_INTEGER };
    const reply = await openDoor(door, { v: 1, id: commandId, name, body, context, ...said }, doorkeeper);
    if (reply.kind === 'answer') continue;
    if (!LATER.includes(reply.code)) throw new Error(`reference unit ${unit.key}: ${reply.code}`);
    doorkeeper.log.warn('the reference territory waits for the next start', { code: reply.code });
    return;
  }
};
