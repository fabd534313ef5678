export * from './principal';
export * from './tokens';
export * from './verified-once';
export * from './context';
export * from './pseudonym';
export * from './signed-documents';
