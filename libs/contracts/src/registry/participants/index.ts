export * from './commands';
export * from './queries';
export * from './events';
export * from './consents';
export * from './merging';
export * from './erasing';
export * from './certificate-seal';
