import { eventReader } from '@benkan/contracts';
import { storedEvents } from '@benkan/contracts/meetings';
import type { Aggregate } from '@benkan/event-store';
import {
  meeting,
  recommendation,
  type Meeting,
  type MeetingFact,
  type Recommendation,
  type RecommendationFact,
} from '@benkan/meetings-domain';

/** Reads whatever the meetings service has ever stored. */
export const readMeetings = eventReader(storedEvents);

export const meetings: Aggregate<Meeting, MeetingFact> = {
  name: 'meeting',
  fold: meeting,
  read: readMeetings as Aggregate<Meeting, MeetingFact>['read'],
};
export const recommendations: Aggregate<Recommendation, RecommendationFact> = {
  name: 'recommendation',
  fold: recommendation,
  read: readMeetings as Aggregate<Recommendation, RecommendationFact>['read'],
};
