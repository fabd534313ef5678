export * from './units';
export * from './committees';
export * from './participants';
export * from './protection';
export * from './projects';
export * from './actor-maps';
