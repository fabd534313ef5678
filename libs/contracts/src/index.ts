export * from './primitives';
export * from './code-lists';
export * from './contract';
export * from './stored-event';
export * from './paging';
export * from './access';
export * from './schema-problems';
