import type {
  Acknowledgement,
  Answer,
  CarryOver,
  Delivery,
  Details,
  Escalation,
  Measure,
  Progress,
  Reasoned,
  RecommendationFact,
  Reminder,
  Sending,
} from './facts';

/** What was told of a recommendation since its issue, in the order it was told. */
export type Following = {
  readonly details: Details;
  /** The day due: as issued, or as it was carried over. */
  readonly dueOn: string | null;
  readonly sendings: readonly Sending[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly answers: readonly Answer[];
  readonly reports: readonly Progress[];
  readonly measures: readonly Measure[];
  readonly carriedOver: readonly CarryOver[];
  readonly escalation: Escalation | null;
  readonly reopenings: readonly Reasoned[];
  readonly reminders: readonly Reminder[];
  readonly deliveries: readonly Delivery[];
};

const nothing: Following = {
  details: { responsible: null, proposerCategory: null, corps: [] },
  dueOn: null,
  sendings: [],
  acknowledgements: [],
  answers: [],
  reports: [],
  measures: [],
  carriedOver: [],
  escalation: null,
  reopenings: [],
  reminders: [],
  deliveries: [],
};

/** What is followed of something just issued. */
export const nothingSince = (dueOn: string | null): Following => ({ ...nothing, dueOn });

/** What is followed of it, without its situation. */
export const keptOf = (known: Following): Following => ({
  details: known.details,
  dueOn: known.dueOn,
  sendings: known.sendings,
  acknowledgements: known.acknowledgements,
  answers: known.answers,
  reports: known.reports,
  measures: known.measures,
  carriedOver: known.carriedOver,
  escalation: known.escalation,
  reopenings: known.reopenings,
  reminders: known.reminders,
  deliveries: known.deliveries,
});

export const ended = ({ on, reason }: Reasoned): Reasoned => ({ on, reason });

type Rest = { readonly recommendationId: string };
const without = <Data extends Rest>({ recommendationId: _, ...data }: Data): Omit<Data, 'recommendationId'> =>
  data;

const written = (state: Following, fact: RecommendationFact): Partial<Following> | undefined => {
  switch (fact.type) {
    case 'recommendation-detailed':
      return { details: without(fact.data) };
    case 'recommendation-sent':
      return { sendings: [...state.sendings, without(fact.data)] };
    case 'recommendation-acknowledged':
      return { acknowledgements: [...state.acknowledgements, without(fact.data)] };
    case 'recommendation-answered':
      return { answers: [...state.answers, without(fact.data)] };
    default:
      return undefined;
  }
};

const told = (state: Following, fact: RecommendationFact): Partial<Following> | undefined => {
  switch (fact.type) {
    case 'recommendation-progress-reported':
      return { reports: [...state.reports, without(fact.data)] };
    case 'progress-measured':
      return { measures: [...state.measures, without(fact.data)] };
    case 'reminder-recorded':
      return { reminders: [...state.reminders, without(fact.data)] };
    case 'reminder-delivered':
      return { deliveries: [...state.deliveries, without(fact.data)] };
    default:
      return undefined;
  }
};

const putOff = (state: Following, fact: RecommendationFact): Partial<Following> => {
  if (fact.type === 'recommendation-escalated') return { escalation: without(fact.data) };
  if (fact.type !== 'recommendation-carried-over') return {};
  const carried = without(fact.data);
  return { carriedOver: [...state.carriedOver, carried], dueOn: carried.dueOn ?? state.dueOn };
};

/** What a fact adds to what is followed. */
export const followed = (state: Following, fact: RecommendationFact): Partial<Following> =>
  written(state, fact) ?? told(state, fact) ?? putOff(state, fact);
