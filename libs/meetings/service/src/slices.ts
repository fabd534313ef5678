import {
  meetingsProjection,
  meetingsSchema,
  recommendationsProjection,
  recommendationsSchema,
} from '@benkan/meetings-read-model';
import { sliceOf, type Projection, type ServiceSlices } from '@benkan/projections';
import { meetings, readMeetings, recommendations } from './aggregates';

/** Meetings, their attendance and their recommendations: what this service folds, for its own process and for operators. */
export const meetingsSlices: ServiceSlices = {
  database: 'benkan-meetings',
  projections: [meetingsProjection, recommendationsProjection] as readonly Projection[],
  schemas: {
    [sliceOf(meetingsProjection)]: meetingsSchema,
    [sliceOf(recommendationsProjection)]: recommendationsSchema,
  },
  read: readMeetings,
  aggregates: [meetings.name, recommendations.name],
};
