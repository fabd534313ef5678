import { ending } from '../ending';

/** Nobody will follow it: it was rejected, with the reason. */
export const rejectRecommendation = ending('rejected');
