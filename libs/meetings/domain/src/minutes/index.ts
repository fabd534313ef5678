export * from './facts';
export * from './minutes';
export { fingerprinted, type Fingerprint } from './fingerprint';
export * from './draft-minutes/draft-minutes';
export * from './adopt-minutes/adopt-minutes';
export * from './correct-minutes/correct-minutes';
export * from './transmit-minutes/transmit-minutes';
