export * from './open-views';
