export * from './event-store';
export * from './aggregate';
export * from './handle';
export * from './reservation';
export { UnreadableHistory } from './loaded';
export { canonicalJson, chainHash } from './to-append';
export { verifyChain, type ChainCheck } from './verify-chain';
export { type AdmittedEvent, type Admission, admit } from './admission';
export { inMemoryStore } from './in-memory';
