import { randomUUID } from 'node:crypto';
import { openDoor, SERVICE, type Door, type Doorkeeper } from '@benkan/doors';
import { commandIdOf, type Reply } from '@benkan/messaging';
import { referenceUnitId, type ReferenceUnit } from './reference-units';

export const CALLER = 'benkan|reference-data';

/** What became of a unit: `later` is for an operator to put right first, `apart` a unit that somebody told otherwise. */
export type Registered =
  { readonly kind: 'registered' } | { readonly kind: 'apart' | 'later' | 'failed'; readonly code: string };

export type ReferenceDoors = { readonly register: Door; readonly assign: Door };

// what an operator must put right first; reading goes on meanwhile
const LATER: readonly string[] = ['clock-behind', 'storage-full'];

const says = (
  door: Door,
  doorkeeper: Doorkeeper,
  { key, body }: { readonly key: string; readonly body: object },
): Promise<Reply> => {
  const { name } = door.contract;
  const commandId = commandIdOf(CALLER, name, key);
  const said = { commandId, correlationId: commandId, deadline: Number.MAX_SAFE_INTEGER };
  const context = doorkeeper.context.sign(SERVICE, 60_000);
  return openDoor(door, { v: 1, id: randomUUID(), name, body, context, ...said }, doorkeeper);
};

const bodyOf = ({ key, parent, unitType, name, codes, validFrom, inferred }: ReferenceUnit) => ({
  id: referenceUnitId(key),
  parentId: parent === null ? null : referenceUnitId(parent),
  ...{ unitType, name, codes, validFrom, inferred },
});

/**
 * Registers units of the reference data through the same door as any client, each once in an edition. A unit that an
 * older edition, or somebody else, told otherwise keeps what it has and is given the codes it lacks.
 */
export const registering = (doors: ReferenceDoors, doorkeeper: Doorkeeper, edition: string) => {
  const recoded = async (unit: ReferenceUnit): Promise<void> => {
    for (const { system, edition: of, code } of unit.codes) {
      const body = { unitId: referenceUnitId(unit.key), system, edition: of, code };
      await says(doors.assign, doorkeeper, { key: `${edition}|${unit.key}|${system}|${of}|${code}`, body });
    }
  };

  return async (unit: ReferenceUnit): Promise<Registered> => {
    const told = { key: `${edition}|${unit.key}`, body: bodyOf(unit) };
    const reply = await says(doors.register, doorkeeper, told);
    if (reply.kind === 'answer') return { kind: 'registered' };
    if (reply.code === 'differs-from-recorded') await recoded(unit);
    if (reply.kind === 'refused') return { kind: 'apart', code: reply.code };
    return { kind: LATER.includes(reply.code) ? 'later' : 'failed', code: reply.code };
  };
};
