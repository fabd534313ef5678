export * from './prom-metrics';
export * from './serve-metrics';
