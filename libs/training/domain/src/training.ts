import type { Fold } from '@benkan/kernel';
import type {
  Facilitator,
  Filed,
  Planned,
  ReportTexts,
  Results,
  Satisfaction,
  Session,
  SheetLine,
  Signature,
  TermsOfReference,
  TrainingFact,
} from './training-facts';

export * from './training-facts';

/** The days of one participant: what the sheet says of each. */
export type Days = ReadonlyMap<string, Signature['status']>;
export type Sheet = ReadonlyMap<string, Days>;

/** A certificate by its code: whose it is, and whether it was withdrawn. */
export type Issued = { readonly participantId: string; readonly withdrawn: boolean };

export type KnownTraining = {
  readonly status: 'planned' | 'cancelled' | 'closed';
  /** As it was told first. */
  readonly planned: Planned;
  /** As they stand, ascending. */
  readonly days: readonly string[];
  readonly sessions: readonly Session[];
  readonly sheet: Sheet;
  readonly results: ReadonlyMap<string, Results>;
  readonly terms: TermsOfReference | null;
  /** Null once withdrawn. */
  readonly facilitators: ReadonlyMap<string, Facilitator | null>;
  readonly satisfaction: Satisfaction | null;
  readonly certificateDays: number | null;
  readonly report: ReportTexts | null;
  readonly filed: Filed | null;
  readonly certificates: ReadonlyMap<string, Issued>;
};
export type Training = { readonly status: 'unknown' } | KnownTraining;

export const resultsOf = ({ participantId, pre, post, max }: Results): Results => ({
  participantId,
  pre,
  post,
  max,
});

const plannedAs = (planned: Planned): KnownTraining => ({
  ...{ status: 'planned', planned, days: planned.days, sessions: [], sheet: new Map(), results: new Map() },
  ...{ terms: null, facilitators: new Map(), satisfaction: null, certificateDays: null },
  ...{ report: null, filed: null, certificates: new Map() },
});

const put = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> =>
  new Map(map).set(key, value);

const signed = (sheet: Sheet, { participantId, day, status }: Signature): Sheet =>
  put(sheet, participantId, put(sheet.get(participantId) ?? new Map(), day, status));

const sheetWith = (sheet: Sheet, lines: readonly SheetLine[]): Sheet => {
  const all = new Map(sheet);
  for (const { participantId, present, absent } of lines) {
    const days = new Map(all.get(participantId));
    for (const day of present) days.set(day, 'PRESENT');
    for (const day of absent) days.set(day, 'ABSENT');
    all.set(participantId, days);
  }
  return all;
};

type Move<Type extends TrainingFact['type']> = (
  state: KnownTraining,
  data: Extract<TrainingFact, { type: Type }>['data'],
) => Partial<KnownTraining>;

const sign = ({ sheet }: KnownTraining, data: Signature) => ({ sheet: signed(sheet, data) });
const test = ({ results }: KnownTraining, data: Results) => ({
  results: put(results, data.participantId, resultsOf(data)),
});
const satisfy = (_: KnownTraining, { scale, questions }: Satisfaction) => ({
  satisfaction: { scale, questions },
});

/** What each fact moves in a training that was planned. */
const moves: { readonly [Type in Exclude<TrainingFact['type'], 'training-planned'>]: Move<Type> } = {
  'training-attendance-recorded': sign,
  'training-attendance-corrected': sign,
  'test-results-recorded': test,
  'test-results-corrected': test,
  'training-sheet-recorded': ({ sheet }, { lines }) => ({ sheet: sheetWith(sheet, lines) }),
  'terms-of-reference-set': (_, { trainingId: _of, ...terms }) => ({ terms }),
  'training-session-opened': ({ sessions }, { day, part }) => ({ sessions: [...sessions, { day, part }] }),
  'training-postponed': (_, { days }) => ({ days }),
  'training-cancelled': () => ({ status: 'cancelled' }),
  'facilitator-named': ({ facilitators }, { trainingId: _of, ...facilitator }) => ({
    facilitators: put(facilitators, facilitator.facilitatorId, facilitator),
  }),
  'facilitator-withdrawn': ({ facilitators }, { facilitatorId }) => ({
    facilitators: put(facilitators, facilitatorId, null),
  }),
  'satisfaction-recorded': satisfy,
  'satisfaction-corrected': satisfy,
  'training-closed': (_, { certificateDays }) => ({ status: 'closed', certificateDays }),
  'training-report-written': (_, { trainingId: _of, ...report }) => ({ report }),
  'training-report-filed': (_, { filedOn, fingerprint }) => ({ filed: { filedOn, fingerprint } }),
  'certificates-issued': ({ certificates }, { certificates: issued }) => ({
    certificates: new Map([
      ...certificates,
      ...issued.map(({ code, participantId }) => [code, { participantId, withdrawn: false }] as const),
    ]),
  }),
  'certificate-withdrawn': ({ certificates }, { code, participantId }) => ({
    certificates: put(certificates, code, { participantId, withdrawn: true }),
  }),
};

const evolve = (state: Training, fact: TrainingFact): Training => {
  if (fact.type === 'training-planned') return plannedAs(fact.data);
  if (state.status === 'unknown') return state;
  // each row of the table is of its own type
  const move = moves[fact.type] as Move<typeof fact.type>;
  return { ...state, ...move(state, fact.data as never) };
};

/** A training of one group: its days, who signed on each, what the tests say, what came of it. */
export const training: Fold<Training, TrainingFact> = { initial: { status: 'unknown' }, evolve };

/** Why nothing more is planned or recorded of a training. */
export const OVER = {
  unknown: 'training-unknown',
  cancelled: 'training-cancelled',
  closed: 'training-closed',
} as const;
export type Over = (typeof OVER)[keyof typeof OVER];

/** Days a participant signed, of those the training has. */
export const daysPresent = ({ sheet, days }: KnownTraining, participantId: string): number =>
  days.filter((day) => sheet.get(participantId)?.get(day) === 'PRESENT').length;
