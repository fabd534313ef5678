export * from './trainings/training-view';
export type { AttendanceOfDay, TestResults } from './trainings/records';
export * from './trainings/list-trainings';
export * from './activities/activity-view';
export * from './activities/list-activities';
