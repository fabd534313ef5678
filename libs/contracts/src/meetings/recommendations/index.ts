export * from './commands';
export * from './queries';
export * from './events';
export * from './lists';
export * from './correspondence-commands';
export * from './closing-commands';
