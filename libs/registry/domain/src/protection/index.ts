export type * from './protection-facts';
export * from './protection';
export * from './attendance-mode';
export * from './assess-risk/assess-risk';
export * from './set-attendance-mode/set-attendance-mode';
export * from './request-nominative-export/request-nominative-export';
export * from './authorise-nominative-export/authorise-nominative-export';
export * from './export-nominative/export-nominative';
