export { openAnalytics } from './open-analytics';
export { analyticsSlices } from './slices';
