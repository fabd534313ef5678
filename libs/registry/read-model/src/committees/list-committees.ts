import type { Model } from 'mongoose';
import type { Stored } from '@benkan/projections';
import { IN_ORDER, beyond, pageOf, type BadCursor, type Page, type PageRequest } from '../page';
import { viewSchema } from '../view-schema';
import { committeesProjection, type CommitteeView } from './committee-view';

export const committeesSchema = viewSchema(
  committeesProjection,
  { unitId: String, level: String, order: String },
  [IN_ORDER, { unitId: 1, ...IN_ORDER }, { level: 1, ...IN_ORDER }],
);

export type ListCommittees = PageRequest & {
  readonly unitId?: string | undefined;
  readonly level?: CommitteeView['level'] | undefined;
  /** The subtree to stay in; everywhere when absent. */
  readonly unitIds?: readonly string[] | undefined;
};

type Committees = Model<Stored<CommitteeView>>;

const matching = ({ unitId, level, unitIds }: ListCommittees) => ({
  ...(unitId !== undefined && { unitId }),
  ...(level !== undefined && { level }),
  ...(unitIds !== undefined && { $and: [{ unitId: { $in: [...unitIds] } }] }),
});

/** Committees by unit, then by key. */
export const listCommittees = async (
  committees: Committees,
  request: ListCommittees,
): Promise<Page<Stored<CommitteeView>> | BadCursor> => {
  const next = beyond(request.after);
  if (next === undefined) return { kind: 'bad-cursor' };
  const found = await committees
    .find({ ...matching(request), ...next })
    .sort(IN_ORDER)
    .limit(request.limit + 1)
    .lean<Stored<CommitteeView>[]>();
  return pageOf(found, request.limit);
};

export const findCommittee = async (
  committees: Committees,
  committeeId: string,
): Promise<Stored<CommitteeView> | undefined> =>
  (await committees.findOne({ _id: committeeId }).lean<Stored<CommitteeView>>()) ?? undefined;
