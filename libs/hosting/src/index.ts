export * from './addresses';
export * from './open-platform';
export * from './host-service';
export * from './environment';
export * from './reminders';
export * from './run-service';
export * from './open-metrics';
export * from './open-accounts';
export { loadKek } from '@benkan/vault-mongo';
