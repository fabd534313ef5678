export type * from './facts';
export { INDICATORS, type Indicator, type Measure } from './figure';
export type { Territory, TerritoryLevel } from './territories';
export type { Window } from './window';
export type { YouthDefinition } from './youth';
export * from './indicators';
export * from './statutory-clock';
