import { pagedBy } from '@benkan/projections';

export const newestFirst = pagedBy('day', -1);
