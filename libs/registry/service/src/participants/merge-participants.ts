import { commandDoor, headerOf, said, sealing, type Asked, type Told } from '@benkan/doors';
import type { RequestOf } from '@benkan/contracts';
import { mergeParticipants as contract } from '@benkan/contracts/registry';
import type { Handled } from '@benkan/event-store';
import { derivedId } from '@benkan/messaging';
import { followMerge, letDuplicateGo, mergeParticipants } from '@benkan/registry-domain';
import { participants } from '../aggregates';
import type { RegistryContext } from '../context';
import { forget } from './erase-participant';
import { hasTakenIn } from './family';

type Request = Asked<RequestOf<typeof contract>>;

// an identity of its own for each stream: said again after a crash, each step is the same command
const stepOf = (asked: Request, { vault }: RegistryContext, step: string, meant: unknown) => ({
  ...headerOf(asked, vault, meant),
  commandId: derivedId('merge', asked.commandId, step),
  causationId: asked.commandId,
});

const takenIn = async (context: RegistryContext, asked: Request): Promise<Handled> => {
  const { vault, handle, current } = context;
  const { participantId, mergedId, reason } = asked.body;
  const texts = sealing(vault, asked.commandId);
  const data = { participantId, mergedId, reason: texts.text('reason', reason) };
  const [{ state: duplicate }, keptBelow, people] = await Promise.all([
    current(participants, mergedId),
    hasTakenIn(context, mergedId, participantId),
    vault.openPeople([participantId]),
  ]);
  const erased = people.get(participantId)?.kind === 'erased';
  return handle({
    aggregate: participants,
    id: participantId,
    header: headerOf(asked, vault, data),
    decide: (state) =>
      mergeParticipants(said(asked, vault, { ...data, duplicate, keptBelow, erased }), state),
    seal: texts.flush,
    ifMatch: asked.ifMatch,
  });
};

const followed = async (context: RegistryContext, asked: Request): Promise<Handled> => {
  const { participantId, mergedId } = asked.body;
  // read after the kept record took the other in: of two merges the wrong way round, one sees the other
  const keptBelow = await hasTakenIn(context, mergedId, participantId);
  const data = { participantId, mergedId };
  return context.handle({
    aggregate: participants,
    id: mergedId,
    header: stepOf(asked, context, 'follow', data),
    decide: (state) => followMerge(said(asked, context.vault, { ...data, keptBelow }), state),
  });
};

const letGo = async (context: RegistryContext, asked: Request): Promise<void> => {
  const { participantId, mergedId } = asked.body;
  const data = { participantId, mergedId };
  await context.handle({
    aggregate: participants,
    id: participantId,
    header: stepOf(asked, context, 'let-go', data),
    decide: (state) => letDuplicateGo(said(asked, context.vault, data), state),
  });
};

/** registry.merge-participants: two streams, one after the other; said again after a crash, it goes on where it was. */
export const mergeParticipantsDoor = (context: RegistryContext) =>
  commandDoor(contract, async (asked): Promise<Told> => {
    const { participantId, mergedId } = asked.body;
    const first = await takenIn(context, asked);
    if (first.kind !== 'recorded') return { ...first, id: participantId };
    const second = await followed(context, asked);
    if (second.kind === 'refused') await letGo(context, asked);
    if (second.kind !== 'recorded') return { ...second, id: participantId };
    // whoever was erased meanwhile takes the other along
    const { state } = await context.current(participants, participantId);
    if (state.status === 'erased') await forget(context, mergedId);
    const position = first.position > second.position ? first.position : second.position;
    return { ...first, position, changed: first.changed || second.changed, id: participantId };
  });
