export { openAnalytics } from './open-analytics';
export type { OpenModel } from './open-analytics';
