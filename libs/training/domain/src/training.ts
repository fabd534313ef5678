import type { Fact, Fold, SealedText } from '@benkan/kernel';

export type TrainingTheme =
  | 'GOUVERNANCE_PARTICIPATIVE'
  | 'EVALUATION_SECURITAIRE'
  | 'FORMULATION_RECOMMANDATIONS'
  | 'POLICE_PROXIMITE'
  | 'MANDATS_ROLES'
  | 'RSS'
  | 'AUTRE';

export type Planned = {
  readonly trainingId: string;
  readonly unitId: string;
  /** YYYY-MM-DD, each once, ascending. */
  readonly days: string[];
  readonly themes: TrainingTheme[];
  readonly group: number | null;
  readonly title: SealedText | null;
};
/** Whether a participant signed on a day. */
export type Signature = {
  readonly participantId: string;
  readonly day: string;
  readonly status: 'PRESENT' | 'ABSENT';
};
/** Paired scores out of `max`; null is a paper not handed in. */
export type Results = {
  readonly participantId: string;
  readonly pre: number | null;
  readonly post: number | null;
  readonly max: number;
};
type Of<Data> = Data & { readonly trainingId: string };
type Corrected<Data> = Of<Data> & { readonly reason: SealedText };

export type TrainingPlanned = Fact<'training-planned', Planned>;
export type TrainingAttendanceRecorded = Fact<'training-attendance-recorded', Of<Signature>>;
export type TrainingAttendanceCorrected = Fact<'training-attendance-corrected', Corrected<Signature>>;
export type TestResultsRecorded = Fact<'test-results-recorded', Of<Results>>;
export type TestResultsCorrected = Fact<'test-results-corrected', Corrected<Results>>;
export type TrainingFact =
  | TrainingPlanned
  | TrainingAttendanceRecorded
  | TrainingAttendanceCorrected
  | TestResultsRecorded
  | TestResultsCorrected;

/** The days of one participant: what the sheet says of each. */
export type Days = ReadonlyMap<string, Signature['status']>;

export type Training =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'planned';
      readonly planned: Planned;
      readonly sheet: ReadonlyMap<string, Days>;
      readonly results: ReadonlyMap<string, Results>;
    };

export const resultsOf = ({ participantId, pre, post, max }: Results): Results => ({
  participantId,
  pre,
  post,
  max,
});

const signed = (state: Training, { participantId, day, status }: Signature): Training => {
  if (state.status === 'unknown') return state;
  const days = new Map(state.sheet.get(participantId)).set(day, status);
  return { ...state, sheet: new Map(state.sheet).set(participantId, days) };
};

const tested = (state: Training, results: Results): Training =>
  state.status === 'unknown'
    ? state
    : { ...state, results: new Map(state.results).set(results.participantId, resultsOf(results)) };

const evolve = (state: Training, fact: TrainingFact): Training => {
  switch (fact.type) {
    case 'training-planned':
      return { status: 'planned', planned: fact.data, sheet: new Map(), results: new Map() };
    case 'training-attendance-recorded':
    case 'training-attendance-corrected':
      return signed(state, fact.data);
    case 'test-results-recorded':
    case 'test-results-corrected':
      return tested(state, fact.data);
  }
};

/** A training of one group: its days, who signed on each, what the tests say. */
export const training: Fold<Training, TrainingFact> = { initial: { status: 'unknown' }, evolve };
