export * from './committee';
export * from './establish-committee/establish-committee';
export * from './install-committee/install-committee';
