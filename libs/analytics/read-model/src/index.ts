export * from './facts/fact-document';
export * from './facts/facts-projection';
export * from './facts/load-facts';
export { onMap } from './facts/dated-unit';
export * from './access-records/access-record-view';
export * from './access-records/list-access-records';
export * from './statutory-clock/clock-projection';
export * from './statutory-clock/load-clocks';
