import type { Model } from 'mongoose';
import type { Stored } from '@benkan/projections';
import { IN_ORDER, beyond, pageOf, type BadCursor, type Page, type PageRequest } from '../page';
import { viewSchema } from '../view-schema';
import { participantsProjection, type ParticipantView } from './participant-view';

export const participantsSchema = viewSchema(participantsProjection, { unitId: String, order: String }, [
  IN_ORDER,
  { unitId: 1, ...IN_ORDER },
]);

export type ListParticipants = PageRequest & {
  readonly unitId?: string | undefined;
  /** The subtree to stay in; everywhere when absent. */
  readonly unitIds?: readonly string[] | undefined;
};

type Participants = Model<Stored<ParticipantView>>;

const matching = ({ unitId, unitIds }: ListParticipants) => ({
  ...(unitId !== undefined && { unitId }),
  ...(unitIds !== undefined && { $and: [{ unitId: { $in: [...unitIds] } }] }),
});

/** Participants by unit, then by key. */
export const listParticipants = async (
  participants: Participants,
  request: ListParticipants,
): Promise<Page<Stored<ParticipantView>> | BadCursor> => {
  const next = beyond(request.after);
  if (next === undefined) return { kind: 'bad-cursor' };
  const found = await participants
    .find({ ...matching(request), ...next })
    .sort(IN_ORDER)
    .limit(request.limit + 1)
    .lean<Stored<ParticipantView>[]>();
  return pageOf(found, request.limit);
};

/** Those of the given ids that are known, by id. */
export const findParticipants = async (
  participants: Participants,
  ids: readonly string[],
): Promise<readonly Stored<ParticipantView>[]> =>
  participants
    .find({ _id: { $in: [...ids] } })
    .sort({ _id: 1 })
    .lean<Stored<ParticipantView>[]>();
