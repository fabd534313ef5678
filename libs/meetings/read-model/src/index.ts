export * from './meetings/meeting-view';
export type { Line, Sheet, Tally } from './meetings/sheet';
export { calendarOf, meetingsOfYear, type CalendarMonth } from './meetings/calendar';
export * from './meetings/list-meetings';
export * from './recommendations/recommendation-view';
export * from './recommendations/list-recommendations';
export type { HistoryStep, StepKind } from './recommendations/history-step';
export * from './recommendations/open-recommendations';
