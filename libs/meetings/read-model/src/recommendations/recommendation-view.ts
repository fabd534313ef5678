import type { Projection } from '@benkan/projections';
import { ofMeetings, type MeetingsEvent } from '../meetings-event';
import { stepOf, type HistoryStep } from './history-step';
import { movedBy } from './moved-by';

type DataOf<Type extends MeetingsEvent['type']> = Extract<MeetingsEvent, { type: Type }>['data'];
type Issued = DataOf<'recommendation-issued'>;

export type RecommendationStatus =
  | 'ISSUED'
  | 'SENT'
  | 'ACKNOWLEDGED'
  | 'ANSWERED'
  | 'IN_PROGRESS'
  | 'IMPLEMENTATION_CLAIMED'
  | 'IMPLEMENTATION_VERIFIED'
  | 'REJECTED'
  | 'ABANDONED';

/** A recommendation; its texts and addressees' names stay in the vault. */
export type RecommendationView = Omit<Issued, 'recommendationId'> & {
  readonly id: string;
  readonly status: RecommendationStatus;
  /** Neither verified nor rejected nor abandoned. */
  readonly open: boolean;
  readonly responsible: DataOf<'recommendation-detailed'>['responsible'];
  readonly proposerCategory: DataOf<'recommendation-detailed'>['proposerCategory'];
  readonly corps: DataOf<'recommendation-detailed'>['corps'];
  readonly percent: number | null;
  /** The first day of an answer, or of progress. */
  readonly answeredOn: string | null;
  /** The day it was claimed or closed: nothing is overdue from then on. */
  readonly settledOn: string | null;
  readonly verifiedOn: string | null;
  readonly carriedOverTo: string | null;
  readonly escalatedTo: string | null;
  readonly history: readonly HistoryStep[];
  readonly revision: string;
  /** The day it is listed by. */
  readonly day: string;
};

const issued = ({ recommendationId, ...data }: Issued): RecommendationView => ({
  ...{ id: recommendationId, ...data, status: 'ISSUED', open: true, day: data.issuedOn, revision: '0' },
  ...{ responsible: null, proposerCategory: null, corps: [], percent: null },
  ...{ answeredOn: null, settledOn: null, verifiedOn: null, carriedOverTo: null, escalatedTo: null },
  history: [],
});

const recorded = (view: RecommendationView, event: MeetingsEvent): RecommendationView => {
  const step = stepOf(event, view.issuedOn);
  const history = step === undefined ? view.history : [...view.history, step];
  return { ...view, history, revision: String(event.revision) };
};

const evolve = (
  view: RecommendationView | undefined,
  event: MeetingsEvent,
): RecommendationView | undefined => {
  const before = event.type === 'recommendation-issued' ? issued(event.data) : view;
  return before && recorded({ ...before, ...movedBy(before, event) }, event);
};

/** One document a recommendation. */
export const recommendationsProjection: Projection<RecommendationView> = ofMeetings({
  name: 'recommendations',
  version: 2,
  keys: ({ data }) => ('recommendationId' in data ? [data.recommendationId] : []),
  evolve,
});
