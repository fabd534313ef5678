import { Schema, type Model } from 'mongoose';
import { pagedBy, type BadCursor, type Page, type PageRequest, type Stored } from '@benkan/projections';
import { viewSchema } from '../view-schema';
import { trainingsProjection, type TrainingSummary, type TrainingView } from './training-view';

const { Mixed } = Schema.Types;

const newestFirst = pagedBy('day', -1);

export const trainingsSchema = viewSchema(
  trainingsProjection,
  {
    ...{ unitId: String, days: [String], day: String, codes: [String], attendance: Mixed, results: Mixed },
    ...{ terms: Mixed, sessions: Mixed, facilitators: Mixed, satisfaction: Mixed, certificates: Mixed },
    ...{ report: Mixed, filed: Mixed },
  },
  [newestFirst.sort, { unitId: 1, ...newestFirst.sort }, { days: 1 }, { codes: 1 }],
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
export const listTrainings = (
  trainings: Trainings,
  request: ListTrainings,
): Promise<Page<Stored<TrainingSummary>> | BadCursor> =>
  newestFirst.page(request, (beyond, most) =>
    trainings
      .find({ ...matching(request), ...beyond })
      .select({
        ...{ attendance: 0, results: 0, terms: 0, sessions: 0, facilitators: 0, satisfaction: 0 },
        ...{ certificates: 0, codes: 0, report: 0, filed: 0 },
      })
      .sort(newestFirst.sort)
      .limit(most)
      .lean<Stored<TrainingSummary>[]>(),
  );

/** One training with attendance and results. */
export const findTraining = async (
  trainings: Trainings,
  trainingId: string,
): Promise<Stored<TrainingView> | undefined> =>
  (await trainings.findOne({ _id: trainingId }).lean<Stored<TrainingView>>()) ?? undefined;

/** The training a certificate is of, by its number. */
export const findByCertificate = async (
  trainings: Trainings,
  code: string,
): Promise<Stored<TrainingView> | undefined> =>
  (await trainings.findOne({ codes: code }).lean<Stored<TrainingView>>()) ?? undefined;
