import type { SealedText } from '@benkan/contracts';
import type { Projection } from '@benkan/projections';
import { ofTraining, type TrainingEvent } from '../training-event';
import { moves, type Moves } from './moves';
import { completedOf, trainedOf, type AttendanceOfDay, type DataOf, type TestResults } from './records';

type Planned = DataOf<'training-planned'>;
type Untied<Type extends TrainingEvent['type']> = Omit<DataOf<Type>, 'trainingId'>;

/** What a list shows of a training; its title stays in the vault. */
export type TrainingSummary = {
  readonly id: string;
  readonly status: 'PLANNED' | 'CANCELLED' | 'CLOSED';
  readonly unitId: string;
  readonly days: Planned['days'];
  readonly themes: Planned['themes'];
  readonly group: number | null;
  readonly title: SealedText | null;
  /** People present on a day at least. */
  readonly trainedCount: number;
  /** People present on every day. */
  readonly completedCount: number;
  /** Certificates that are valid. */
  readonly certificateCount: number;
  readonly revision: string;
  /** The day it is listed by: its first. */
  readonly day: string;
};

/** `issuedOn`: the day it was recorded. */
export type CertificateIssued = {
  readonly code: string;
  readonly participantId: string;
  readonly issuedOn: string;
  readonly withdrawn: boolean;
};

export type TrainingView = TrainingSummary & {
  readonly attendance: readonly AttendanceOfDay[];
  readonly results: readonly TestResults[];
  readonly terms: Untied<'terms-of-reference-set'> | null;
  readonly sessions: readonly Untied<'training-session-opened'>[];
  readonly facilitators: readonly Untied<'facilitator-named'>[];
  readonly satisfaction: Untied<'satisfaction-recorded'> | null;
  readonly certificateDays: number | null;
  readonly certificates: readonly CertificateIssued[];
  /** Numbers of its certificates: what one is found by. */
  readonly codes: readonly string[];
  readonly report: Untied<'training-report-written'> | null;
  readonly filed: Pick<DataOf<'training-report-filed'>, 'filedOn' | 'fingerprint'> | null;
};

const planned = ({ trainingId, ...plan }: Planned, revision: string): TrainingView => ({
  ...{ id: trainingId, status: 'PLANNED', ...plan, trainedCount: 0, completedCount: 0, certificateCount: 0 },
  ...{ revision, day: [...plan.days].sort()[0] ?? '', attendance: [], results: [], terms: null },
  ...{ sessions: [], facilitators: [], satisfaction: null, certificateDays: null },
  ...{ certificates: [], codes: [], report: null, filed: null },
});

const counted = (view: TrainingView): TrainingView => ({
  ...view,
  day: [...view.days].sort()[0] ?? '',
  trainedCount: trainedOf(view.attendance),
  completedCount: completedOf(view.attendance, view.days),
  certificateCount: view.certificates.filter(({ withdrawn }) => !withdrawn).length,
});

const isOfTraining = ({ type }: TrainingEvent): boolean => type === 'training-planned' || type in moves;

const evolve = (view: TrainingView | undefined, event: TrainingEvent): TrainingView | undefined => {
  const revision = String(event.revision);
  if (event.type === 'training-planned') return planned(event.data, revision);
  if (view === undefined) return undefined;
  // each row of the table is of its own type
  const move = moves[event.type as keyof Moves] as Moves['training-closed'];
  return counted({ ...view, ...move(view, event.data as never, event.at.slice(0, 10)), revision });
};

/** One document a training, with its attendance by day, its tests and what came of it. */
export const trainingsProjection: Projection<TrainingView> = ofTraining({
  name: 'trainings',
  version: 2,
  keys: (event) => (isOfTraining(event) && 'trainingId' in event.data ? [event.data.trainingId] : []),
  evolve,
});
