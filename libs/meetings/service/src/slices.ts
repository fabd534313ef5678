import {
  meetingsProjection,
  meetingsSchema,
  minutesProjection,
  minutesSchema,
  recommendationsProjection,
  recommendationsSchema,
} from '@benkan/meetings-read-model';
import { sliceOf, type Projection, type ServiceSlices } from '@benkan/projections';
import { meetings, minutes, readMeetings, recommendations } from './aggregates';

/** Meetings, their attendance, minutes and recommendations: what this service folds, for its own process and for operators. */
export const meetingsSlices: ServiceSlices = {
  database: 'benkan-meetings',
  projections: [meetingsProjection, minutesProjection, recommendationsProjection] as readonly Projection[],
  schemas: {
    [sliceOf(meetingsProjection)]: meetingsSchema,
    [sliceOf(minutesProjection)]: minutesSchema,
    [sliceOf(recommendationsProjection)]: recommendationsSchema,
  },
  read: readMeetings,
  aggregates: [meetings.name, minutes.name, recommendations.name],
};
