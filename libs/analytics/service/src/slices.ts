import { factsProjection, factsSchema } from '@benkan/analytics-read-model';
import { sliceOf, type Projection, type ServiceSlices } from '@benkan/projections';
import { AGGREGATES, readAll } from './read-all';

/** Facts from everybody: what this service folds, for its own process and for operators. */
export const analyticsSlices: ServiceSlices = {
  database: 'benkan-analytics',
  projections: [factsProjection] as readonly Projection[],
  schemas: {
    [sliceOf(factsProjection)]: factsSchema,
  },
  read: readAll,
  aggregates: AGGREGATES,
};
