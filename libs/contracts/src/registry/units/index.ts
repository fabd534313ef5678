export * from './commands';
export * from './changes';
export * from './queries';
export * from './geometry';
export * from './events';
