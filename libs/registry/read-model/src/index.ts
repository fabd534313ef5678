export * from './units/unit-view';
export * from './units/list-units';
export * from './units/subtree-of';
export * from './committees/committee-view';
export * from './committees/list-committees';
export * from './participants/participant-view';
export * from './participants/list-participants';
