import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { transferCommittee as contract } from '@benkan/contracts/registry';
import { release, reserve, ReservationGivenUp, type CommandHeader } from '@benkan/event-store';
import { Fault } from '@benkan/messaging';
import { transferCommittee, unitOf, unitsOf, type Committee } from '@benkan/registry-domain';
import { committees } from '../aggregates';
import type { RegistryContext } from '../context';
import { committeeKey } from './unit-reservation';

type Known = Exclude<Committee, { readonly status: 'unknown' }>;

const reserved = async (
  { store, vault }: RegistryContext,
  { established: { level, committeeId } }: Known,
  unitId: string,
  header: CommandHeader,
): Promise<string> => {
  try {
    return await reserve(store, committeeKey(vault, { unitId, level }), committeeId, header);
  } catch (error) {
    // refused before and given up: the same words under a new key are a new command
    if (error instanceof ReservationGivenUp) throw new Fault('conflict');
    throw error;
  }
};

/** Gives up every unit the committee holds and does not advise. */
const leave = async (
  { store, vault, current }: RegistryContext,
  committeeId: string,
  tried: string,
  header: CommandHeader,
): Promise<void> => {
  const { state } = await current(committees, committeeId);
  if (state.status === 'unknown') return;
  const { level } = state.established;
  const left = new Set([...unitsOf(state), tried]);
  left.delete(unitOf(state));
  for (const unitId of left)
    await release(store, committeeKey(vault, { unitId, level }), committeeId, header);
};

/**
 * registry.transfer-committee: the new unit is reserved first, then the fact, then the old one is given up.
 * Whatever breaks in between, the same command said again completes it.
 */
export const transferCommitteeDoor = (context: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { vault, handle, current, unitKnown } = context;
    const { committeeId, unitId, legalAct, ...body } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = { committeeId, unitId, ...body, legalAct: texts.text('legalAct', legalAct) };
    const header = headerOf(asked, vault, data, body.transferredOn);
    const known = await unitKnown(unitId);
    const decided = (state: Committee, heldBy: string | null) =>
      transferCommittee(said(asked, vault, { ...data, unitKnown: known, heldBy }), state);

    const { state: before } = await current(committees, committeeId);
    const likely = decided(before, null);
    // a command that cannot be accepted reserves nothing
    const isNew = before.status !== 'unknown' && likely.kind === 'accepted' && likely.facts.length > 0;
    const heldBy = isNew ? await reserved(context, before, unitId, header) : null;
    const told = await handle({
      aggregate: committees,
      id: committeeId,
      header,
      decide: (state) => decided(state, heldBy),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    // after a fault nobody knows where it is: the next try leaves
    if (told.kind !== 'fault') await leave(context, committeeId, unitId, header);
    return { ...told, id: committeeId };
  });
