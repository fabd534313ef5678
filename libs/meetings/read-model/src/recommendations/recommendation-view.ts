import type { Projection } from '@benkan/projections';
import { ofMeetings, type MeetingsEvent } from '../meetings-event';

type Issued = Extract<MeetingsEvent, { type: 'recommendation-issued' }>['data'];

export type RecommendationStatus =
  'ISSUED' | 'IN_PROGRESS' | 'IMPLEMENTATION_CLAIMED' | 'IMPLEMENTATION_VERIFIED';

/** A recommendation; its text, number and addressees' names stay in the vault. */
export type RecommendationView = Omit<Issued, 'recommendationId'> & {
  readonly id: string;
  readonly status: RecommendationStatus;
  readonly verifiedOn: string | null;
  readonly revision: string;
  /** The day it is listed by. */
  readonly day: string;
};

type Step = Pick<RecommendationView, 'status'> & Partial<Pick<RecommendationView, 'verifiedOn'>>;

/** Progress told after a claim does not withdraw the claim. */
const stepOf = (view: RecommendationView, event: MeetingsEvent): Step | undefined => {
  switch (event.type) {
    case 'recommendation-progress-reported':
      return { status: view.status === 'ISSUED' ? 'IN_PROGRESS' : view.status };
    case 'implementation-claimed':
      return { status: 'IMPLEMENTATION_CLAIMED' };
    case 'implementation-verified':
      return { status: 'IMPLEMENTATION_VERIFIED', verifiedOn: event.data.on };
    default:
      return undefined;
  }
};

const issued = ({ recommendationId, ...data }: Issued, revision: string): RecommendationView => ({
  ...{ id: recommendationId, ...data, status: 'ISSUED', verifiedOn: null, revision, day: data.issuedOn },
});

const evolve = (
  view: RecommendationView | undefined,
  event: MeetingsEvent,
): RecommendationView | undefined => {
  const revision = String(event.revision);
  if (event.type === 'recommendation-issued') return issued(event.data, revision);
  const step = view && stepOf(view, event);
  return view && step ? { ...view, ...step, revision } : view;
};

const keys = (event: MeetingsEvent): readonly string[] => {
  switch (event.type) {
    case 'recommendation-issued':
    case 'recommendation-progress-reported':
    case 'implementation-claimed':
    case 'implementation-verified':
      return [event.data.recommendationId];
    default:
      return [];
  }
};

/** One document a recommendation. */
export const recommendationsProjection: Projection<RecommendationView> = ofMeetings({
  name: 'recommendations',
  version: 1,
  keys,
  evolve,
});
