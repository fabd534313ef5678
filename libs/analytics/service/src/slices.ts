import {
  accessRecordsProjection,
  accessRecordsSchema,
  clockProjection,
  clockSchema,
  factsProjection,
  factsSchema,
} from '@benkan/analytics-read-model';
import { sliceOf, type Projection, type ServiceSlices } from '@benkan/projections';
import { AGGREGATES, readAll } from './read-all';

/** Facts from everybody: what this service folds, for its own process and for operators. */
export const analyticsSlices: ServiceSlices = {
  database: 'benkan-analytics',
  projections: [factsProjection, accessRecordsProjection, clockProjection] as readonly Projection[],
  schemas: {
    [sliceOf(factsProjection)]: factsSchema,
    [sliceOf(accessRecordsProjection)]: accessRecordsSchema,
    [sliceOf(clockProjection)]: clockSchema,
  },
  read: readAll,
  aggregates: AGGREGATES,
};
