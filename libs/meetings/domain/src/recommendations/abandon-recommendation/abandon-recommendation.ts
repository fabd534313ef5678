import { ending } from '../ending';

/** The committee asks for it no longer, with the reason. */
export const abandonRecommendation = ending('abandoned');
