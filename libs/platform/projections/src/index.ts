export * from './projection';
export * from './cursor';
export * from './paging';
export * from './read-event';
export * from './slice';
export * from './follow';
export * from './in-memory';
