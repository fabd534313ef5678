export type * from './clock-facts';
export { inOrder } from './clock-facts';
export type { Duration } from './calendar';
export type { Finding } from './finding';
export * from './statutory-clock';
