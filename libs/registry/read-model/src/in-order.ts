import { pagedBy } from '@benkan/projections';

export const inOrder = pagedBy('order', 1);
