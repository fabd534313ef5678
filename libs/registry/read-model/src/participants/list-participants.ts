import type { Model } from 'mongoose';
import type { BadCursor, Page, PageRequest, Stored } from '@benkan/projections';
import { inOrder } from '../in-order';
import { viewSchema } from '../view-schema';
import { participantsProjection, type ParticipantView } from './participant-view';

export const participantsSchema = viewSchema(participantsProjection, { unitId: String, order: String }, [
  inOrder.sort,
  { unitId: 1, ...inOrder.sort },
]);

export type ListParticipants = PageRequest & {
  readonly unitId?: string | undefined;
  /** The subtree to stay in; everywhere when absent. */
  readonly unitIds?: readonly string[] | undefined;
};

type Participants = Model<Stored<ParticipantView>>;

// a person is listed once, under the record that is kept
const matching = ({ unitId, unitIds }: ListParticipants) => ({
  mergedInto: null,
  ...(unitId !== undefined && { unitId }),
  ...(unitIds !== undefined && { $and: [{ unitId: { $in: [...unitIds] } }] }),
});

/** Participants by unit, then by key. */
export const listParticipants = (
  participants: Participants,
  request: ListParticipants,
): Promise<Page<Stored<ParticipantView>> | BadCursor> =>
  inOrder.page(request, (beyond, most) =>
    participants
      .find({ ...matching(request), ...beyond })
      .sort(inOrder.sort)
      .limit(most)
      .lean<Stored<ParticipantView>[]>(),
  );

/** Those of the given ids that are known, by id. */
export const findParticipants = async (
  participants: Participants,
  ids: readonly string[],
): Promise<readonly Stored<ParticipantView>[]> =>
  participants
    .find({ _id: { $in: [...ids] } })
    .sort({ _id: 1 })
    .lean<Stored<ParticipantView>[]>();
