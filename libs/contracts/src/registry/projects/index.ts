export * from './commands';
export * from './support-commands';
export * from './target-commands';
export * from './queries';
export * from './events';
export { DONORS, donors } from './donors';
export { POLICY_MARKERS, POLICY_MARKERS_SOURCE, policyMarkers } from './policy-markers';
export { PURPOSE_CODES, PURPOSE_CODES_SOURCE, purposeCodes } from './purpose-codes';
