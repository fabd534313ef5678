export { type EsdbEventStoreOptions, esdbEventStore } from './esdb-event-store';
