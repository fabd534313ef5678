export * from './principal';
export * from './tokens';
export * from './context';
export * from './pseudonym';
