import { accept, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import { openRecord, type NotOpen } from '../open-record';
import type { DuplicateAbsorbed, DuplicateLetGo, Participant, ParticipantMerged } from '../participant';

type Pair = {
  /** The record that is kept. */
  readonly participantId: string;
  /** The record that leads to it from now on. */
  readonly mergedId: string;
  /** Whether the kept record already leads, over any number of merges, to the other one. */
  readonly keptBelow: boolean;
};
export type MergeParticipants = Said<
  Pair & { readonly reason: SealedText; readonly duplicate: Participant; readonly erased: boolean }
>;
export type FollowMerge = Said<Pair>;

export type MergeRefusal = NotOpen | 'same-participant' | 'merged-elsewhere' | 'would-close-a-circle';

const mayFollow = (
  { participantId, keptBelow }: Pair,
  duplicate: Participant,
): MergeRefusal | 'already' | 'yes' => {
  if (duplicate.status === 'merged') return duplicate.into === participantId ? 'already' : 'merged-elsewhere';
  const open = openRecord(duplicate);
  if (typeof open === 'string') return open;
  return keptBelow ? 'would-close-a-circle' : 'yes';
};

/** First the kept record says whom it takes in: from then on it cannot follow that one. */
export const mergeParticipants = (
  { data }: MergeParticipants,
  kept: Participant,
): Decision<DuplicateAbsorbed, MergeRefusal> => {
  const { participantId, mergedId, duplicate, erased, reason } = data;
  if (participantId === mergedId) return refuse('same-participant');
  const open = openRecord(kept, erased);
  if (typeof open === 'string') return refuse(open);
  const may = mayFollow(data, duplicate);
  if (may === 'already' || open.duplicates.includes(mergedId)) return accept();
  if (may !== 'yes') return refuse(may);
  return accept({ type: 'duplicate-absorbed', data: { participantId, duplicateId: mergedId, reason } });
};

/** Then the other record follows, if it still may. */
export const followMerge = (
  { data }: FollowMerge,
  duplicate: Participant,
): Decision<ParticipantMerged, MergeRefusal> => {
  const may = mayFollow(data, duplicate);
  if (may === 'already') return accept();
  if (may !== 'yes') return refuse(may);
  const { participantId: into, mergedId } = data;
  return accept({ type: 'participant-merged', data: { participantId: mergedId, into } });
};

/** What was taken in and did not follow is let go. */
export const letDuplicateGo = (
  { data: { participantId, mergedId } }: Said<Pick<Pair, 'participantId' | 'mergedId'>>,
  kept: Participant,
): Decision<DuplicateLetGo> =>
  kept.status !== 'unknown' && kept.duplicates.includes(mergedId)
    ? accept({ type: 'duplicate-let-go', data: { participantId, duplicateId: mergedId } })
    : accept();
