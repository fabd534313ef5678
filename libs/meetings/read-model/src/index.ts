export * from './meetings/meeting-view';
export type { Line, Sheet, Tally } from './meetings/sheet';
export * from './meetings/list-meetings';
export * from './recommendations/recommendation-view';
export * from './recommendations/list-recommendations';
