export * from './decider-spec';
export * from './projection-spec';
export * from './length';
export * from './small-disk';
