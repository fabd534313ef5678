import type { Model } from 'mongoose';
import type { BadCursor, Page, PageRequest, Stored } from '@benkan/projections';
import type { CommitteeView } from '../committees/committee-view';
import { inOrder } from '../in-order';
import { viewSchema } from '../view-schema';
import { projectsProjection, type ProjectView } from './project-view';

export const projectsSchema = viewSchema(
  projectsProjection,
  {
    ...{ donor: String, from: String, to: String, closedOn: String, order: String },
    ...{ committeeIds: [String], unitIds: [String], countryWide: Boolean },
  },
  [inOrder.sort, { donor: 1, ...inOrder.sort }],
);

/** What a list may speak of: the units, and the committees that lie in them. */
export type Reach = { readonly unitIds: readonly string[]; readonly committeeIds: readonly string[] };

export type ListProjects = PageRequest & {
  readonly donor?: ProjectView['donor'] | undefined;
  readonly openOn?: string | undefined;
  /** Everywhere when absent. */
  readonly reach?: Reach | undefined;
};

type Projects = Model<Stored<ProjectView>>;
type Committees = Model<Stored<CommitteeView>>;

/** The committees that lie in one of the units now. */
export const committeesIn = async (
  committees: Committees,
  unitIds: readonly string[],
): Promise<readonly string[]> => {
  const found = await committees
    .find({ unitId: { $in: [...unitIds] } })
    .sort(inOrder.sort)
    .lean<Stored<CommitteeView>[]>();
  return found.map(({ id }) => id);
};

const openOnDay = (day: string) => ({
  from: { $lte: day },
  to: { $gte: day },
  $or: [{ closedOn: null }, { closedOn: { $gte: day } }],
});

const inReach = ({ unitIds, committeeIds }: Reach) => ({
  $or: [
    { countryWide: true },
    { unitIds: { $in: [...unitIds] } },
    { committeeIds: { $in: [...committeeIds] } },
  ],
});

const matching = ({ donor, openOn, reach }: ListProjects) => {
  const both = [
    ...(openOn === undefined ? [] : [openOnDay(openOn)]),
    ...(reach === undefined ? [] : [inReach(reach)]),
  ];
  return { ...(donor !== undefined && { donor }), ...(both.length > 0 && { $and: both }) };
};

/** Projects by their first day, then by key; country-wide ones lie everywhere. */
export const listProjects = (
  projects: Projects,
  request: ListProjects,
): Promise<Page<Stored<ProjectView>> | BadCursor> =>
  inOrder.page(request, (beyond, most) =>
    projects
      .find({ ...matching(request), ...beyond })
      .sort(inOrder.sort)
      .limit(most)
      .lean<Stored<ProjectView>[]>(),
  );
