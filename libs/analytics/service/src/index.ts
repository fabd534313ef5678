export { openAnalytics } from './open-analytics';
