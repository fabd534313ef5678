export * from './notifier';
export * from './log-only';
