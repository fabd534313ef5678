import type { Sealed } from './cipher';
import type { Shelf } from './shelf';
import type { KeyRecord } from './wrapped-key';

/** `keyId` names the data key that sealed it: a record under a destroyed key is seen for what it is. */
type SealedRecord = Sealed & { readonly _id: string; readonly keyId: string; readonly createdAt: Date };

export type PersonRecord = SealedRecord;
export type TextRecord = SealedRecord & { readonly digest: string };

/** Written after its chunks: a file exists when its manifest does. */
export type FileManifest = {
  readonly _id: string;
  readonly keyId: string;
  readonly digest: string;
  readonly count: number;
  readonly createdAt: Date;
};

export type FileChunk = SealedRecord & { readonly ref: string; readonly digest: string };

/** A note and the shelf it is listed on. */
export type NoteRecord = SealedRecord & { readonly shelf: string };

/**
 * A look-up value as its keyed digest, and the pseudonym it leads to. With a `mark`: one of several people who share
 * the value behind that keyed digest.
 */
export type LookUpEntry = {
  readonly _id: string;
  readonly ref: string;
  readonly createdAt: Date;
  readonly mark?: string;
};

/** `keys` lives in a store of its own, apart from the ciphertexts. */
export type VaultShelves = {
  readonly keys: Shelf<KeyRecord>;
  readonly people: Shelf<PersonRecord>;
  readonly texts: Shelf<TextRecord>;
  readonly files: Shelf<FileManifest>;
  readonly chunks: Shelf<FileChunk>;
  readonly notes: Shelf<NoteRecord>;
  readonly lookUps: Shelf<LookUpEntry>;
};
