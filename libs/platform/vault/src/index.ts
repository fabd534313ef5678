export * from './vault';
export * from './refusal';
export * from './upkeep';
export { inMemoryVault, memoryShelves } from './in-memory';
export { MAX_FILE_BYTES } from './files';
export { kekFrom, ringOf, type Kek, type Keyring } from './keyring';
export { keyFrom, place, seal, unseal, type Sealed } from './cipher';
export { memoryShelf } from './memory-shelf';
export { openPepper } from './pepper';
export { sealedVault } from './sealed-vault';
export { normalised } from './look-ups';
export type * from './records';
export type { Match, Shelf, Stored } from './shelf';
export {
  erasedPerson,
  erasedText,
  isTombstone,
  ROOT_ID,
  type KeyRecord,
  type Tombstone,
  type WrappedKey,
} from './wrapped-key';
