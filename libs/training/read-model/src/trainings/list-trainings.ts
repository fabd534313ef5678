import { Schema, type Model } from 'mongoose';
import type { Stored } from '@benkan/projections';
import { NEWEST_FIRST, olderThan, pageOf, type BadCursor, type Page, type PageRequest } from '../page';
import { viewSchema } from '../view-schema';
import { trainingsProjection, type TrainingSummary, type TrainingView } from './training-view';

const { Mixed } = Schema.Types;

export const trainingsSchema = viewSchema(
  trainingsProjection,
  { unitId: String, days: [String], day: String, attendance: Mixed, results: Mixed },
  [NEWEST_FIRST, { unitId: 1, ...NEWEST_FIRST }, { days: 1 }],
);

export type ListTrainings = PageRequest & {
  readonly unitId?: string | undefined;
  /** The subtree to stay in; everywhere when absent. */
  readonly unitIds?: readonly string[] | undefined;
  /** Trainings with a day between these two, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

type Trainings = Model<Stored<TrainingView>>;

const between = ({ from, to }: ListTrainings) => ({
  ...(from !== undefined && { $gte: from }),
  ...(to !== undefined && { $lte: to }),
});

const matching = (request: ListTrainings) => ({
  ...(request.unitId !== undefined && { unitId: request.unitId }),
  ...(request.unitIds !== undefined && { $and: [{ unitId: { $in: [...request.unitIds] } }] }),
  ...((request.from ?? request.to) !== undefined && { days: { $elemMatch: between(request) } }),
});

/** Trainings by first day, newest first, without attendance and results. */
export const listTrainings = async (
  trainings: Trainings,
  request: ListTrainings,
): Promise<Page<Stored<TrainingSummary>> | BadCursor> => {
  const next = olderThan(request.after);
  if (next === undefined) return { kind: 'bad-cursor' };
  const found = await trainings
    .find({ ...matching(request), ...next })
    .select({ attendance: 0, results: 0 })
    .sort(NEWEST_FIRST)
    .limit(request.limit + 1)
    .lean<Stored<TrainingSummary>[]>();
  return pageOf(found, request.limit);
};

/** One training with attendance and results. */
export const findTraining = async (
  trainings: Trainings,
  trainingId: string,
): Promise<Stored<TrainingView> | undefined> =>
  (await trainings.findOne({ _id: trainingId }).lean<Stored<TrainingView>>()) ?? undefined;
