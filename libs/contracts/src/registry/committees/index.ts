export * from './commands';
export * from './life-commands';
export * from './seat-commands';
export * from './presidency-commands';
export * from './queries';
export * from './events';
