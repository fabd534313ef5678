import type { Model } from 'mongoose';
import type { BadCursor, Page, PageRequest, Stored } from '@benkan/projections';
import { inOrder } from '../in-order';
import { viewSchema } from '../view-schema';
import { committeesProjection, type CommitteeView } from './committee-view';

export const committeesSchema = viewSchema(
  committeesProjection,
  { unitId: String, level: String, status: String, presidency: String, order: String },
  [
    inOrder.sort,
    { unitId: 1, ...inOrder.sort },
    { level: 1, ...inOrder.sort },
    { status: 1, ...inOrder.sort },
    { presidency: 1, ...inOrder.sort },
  ],
);

export type ListCommittees = PageRequest & {
  readonly unitId?: string | undefined;
  readonly level?: CommitteeView['level'] | undefined;
  readonly status?: CommitteeView['status'] | undefined;
  readonly presidency?: CommitteeView['presidency'] | undefined;
  /** The subtree to stay in; everywhere when absent. */
  readonly unitIds?: readonly string[] | undefined;
};

type Committees = Model<Stored<CommitteeView>>;

const matching = ({ unitId, level, status, presidency, unitIds }: ListCommittees) => ({
  ...(unitId !== undefined && { unitId }),
  ...(level !== undefined && { level }),
  ...(status !== undefined && { status }),
  ...(presidency !== undefined && { presidency }),
  ...(unitIds !== undefined && { $and: [{ unitId: { $in: [...unitIds] } }] }),
});

/** Committees by unit, then by key. */
export const listCommittees = (
  committees: Committees,
  request: ListCommittees,
): Promise<Page<Stored<CommitteeView>> | BadCursor> =>
  inOrder.page(request, (beyond, most) =>
    committees
      .find({ ...matching(request), ...beyond })
      .sort(inOrder.sort)
      .limit(most)
      .lean<Stored<CommitteeView>[]>(),
  );
