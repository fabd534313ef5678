export * from './fact';
export * from './decision';
export * from './said';
export * from './differences';
