export type * from './project-facts';
export * from './project';
export * from './open-project/open-project';
export * from './revise-project/revise-project';
export * from './begin-support/begin-support';
export * from './end-support/end-support';
export * from './set-target/set-target';
export * from './withdraw-target/withdraw-target';
export * from './close-project/close-project';
