export * from './commands';
export * from './export-commands';
export * from './queries';
export * from './events';
export { ATTENDANCE_MODES, EXPORT_PURPOSES, RISK_LEVELS } from './shapes';
