import type { MeetingsEvent } from '../meetings-event';
import type { RecommendationStatus, RecommendationView } from './recommendation-view';

type Moved = Partial<RecommendationView>;

const ON_THE_WAY = ['ISSUED', 'SENT', 'ACKNOWLEDGED', 'ANSWERED', 'IN_PROGRESS'];

/** What comes late takes nothing back: a claim stays a claim when progress is told after it. */
const atLeast = ({ status }: RecommendationView, reached: RecommendationStatus): RecommendationStatus =>
  ON_THE_WAY.includes(status) && ON_THE_WAY.indexOf(reached) > ON_THE_WAY.indexOf(status) ? reached : status;

const earliest = (one: string | null, on: string): string => (one !== null && one < on ? one : on);

const answered = (view: RecommendationView, on: string): Pick<RecommendationView, 'answeredOn'> => ({
  answeredOn: earliest(view.answeredOn, on),
});

const byCorrespondence = (view: RecommendationView, event: MeetingsEvent): Moved | undefined => {
  switch (event.type) {
    case 'recommendation-sent':
      return { status: atLeast(view, 'SENT') };
    case 'recommendation-acknowledged':
      return { status: atLeast(view, 'ACKNOWLEDGED') };
    case 'recommendation-answered':
      return { status: atLeast(view, 'ANSWERED'), ...answered(view, event.data.on) };
    default:
      return undefined;
  }
};

const byWork = (view: RecommendationView, event: MeetingsEvent): Moved | undefined => {
  switch (event.type) {
    case 'recommendation-progress-reported':
      return { status: atLeast(view, 'IN_PROGRESS'), ...answered(view, event.data.on) };
    case 'progress-measured':
      return { percent: event.data.percent };
    case 'implementation-claimed':
      return { status: 'IMPLEMENTATION_CLAIMED', settledOn: event.data.on };
    case 'implementation-verified':
      return { status: 'IMPLEMENTATION_VERIFIED', open: false, verifiedOn: event.data.on };
    default:
      return undefined;
  }
};

const byEnd = (event: MeetingsEvent): Moved | undefined => {
  switch (event.type) {
    case 'recommendation-rejected':
      return { status: 'REJECTED', open: false, settledOn: event.data.on };
    case 'recommendation-abandoned':
      return { status: 'ABANDONED', open: false, settledOn: event.data.on };
    case 'recommendation-reopened':
      return { status: 'IN_PROGRESS', open: true, settledOn: null, verifiedOn: null };
    default:
      return undefined;
  }
};

const byDelay = (view: RecommendationView, event: MeetingsEvent): Moved | undefined => {
  switch (event.type) {
    case 'recommendation-carried-over':
      return { carriedOverTo: event.data.meetingId, dueOn: event.data.dueOn ?? view.dueOn };
    case 'recommendation-escalated':
      return { escalatedTo: event.data.committeeId };
    case 'recommendation-detailed': {
      const { responsible, proposerCategory, corps } = event.data;
      return { responsible, proposerCategory, corps };
    }
    default:
      return undefined;
  }
};

/** What an event changes of a recommendation beside its history. */
export const movedBy = (view: RecommendationView, event: MeetingsEvent): Moved =>
  byCorrespondence(view, event) ?? byWork(view, event) ?? byEnd(event) ?? byDelay(view, event) ?? {};
