import type { SealedText } from '@benkan/contracts';
import type { Projection } from '@benkan/projections';
import { ofTraining, type TrainingEvent } from '../training-event';
import { completedOf, trainedOf, withAttendance, withResults } from './records';
import type { AttendanceOfDay, TestResults } from './records';

type Planned = Extract<TrainingEvent, { type: 'training-planned' }>['data'];

/** What a list shows of a training; its title stays in the vault. */
export type TrainingSummary = {
  readonly id: string;
  readonly unitId: string;
  readonly days: Planned['days'];
  readonly themes: Planned['themes'];
  readonly group: number | null;
  readonly title: SealedText | null;
  /** People present on a day at least. */
  readonly trainedCount: number;
  /** People present on every planned day. */
  readonly completedCount: number;
  readonly revision: string;
  /** The day it is listed by: its first. */
  readonly day: string;
};

export type TrainingView = TrainingSummary & {
  readonly attendance: readonly AttendanceOfDay[];
  readonly results: readonly TestResults[];
};

const planned = ({ trainingId, ...plan }: Planned, revision: string): TrainingView => ({
  ...{ id: trainingId, ...plan, trainedCount: 0, completedCount: 0, revision },
  ...{ day: [...plan.days].sort()[0] ?? '', attendance: [], results: [] },
});

const counted = (view: TrainingView): TrainingView => ({
  ...view,
  trainedCount: trainedOf(view.attendance),
  completedCount: completedOf(view.attendance, view.days),
});

const onKnown = (view: TrainingView, event: TrainingEvent): TrainingView => {
  const revision = String(event.revision);
  switch (event.type) {
    case 'training-attendance-recorded':
    case 'training-attendance-corrected':
      return counted({ ...view, attendance: withAttendance(view.attendance, event.data), revision });
    case 'test-results-recorded':
    case 'test-results-corrected':
      return { ...view, results: withResults(view.results, event.data), revision };
    default:
      return view;
  }
};

const evolve = (view: TrainingView | undefined, event: TrainingEvent): TrainingView | undefined =>
  event.type === 'training-planned'
    ? planned(event.data, String(event.revision))
    : view && onKnown(view, event);

const keys = (event: TrainingEvent): readonly string[] => {
  switch (event.type) {
    case 'training-planned':
    case 'training-attendance-recorded':
    case 'training-attendance-corrected':
    case 'test-results-recorded':
    case 'test-results-corrected':
      return [event.data.trainingId];
    default:
      return [];
  }
};

/** One document a training, with attendance by day and test results. */
export const trainingsProjection: Projection<TrainingView> = ofTraining({
  name: 'trainings',
  version: 1,
  keys,
  evolve,
});
