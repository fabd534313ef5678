export * from './units';
export * from './committees';
export * from './participants';
export * from './protection';
