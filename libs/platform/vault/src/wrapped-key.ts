import { randomUUID, type KeyObject } from 'node:crypto';
import { freshKey, keyFrom, place, seal, unseal, type Sealed } from './cipher';
import type { Kek } from './keyring';

export type KeyKind = 'root' | 'person' | 'text' | 'file' | 'note';

/** A data key as stored: it names the KEK that wraps it, so that opening never guesses. */
export type WrappedKey = Sealed & {
  readonly _id: string;
  readonly kind: KeyKind;
  readonly ref: string;
  readonly keyId: string;
  readonly kekId: string;
  readonly createdAt: Date;
  /** Of the root: every KEK in use before this instant was destroyed. */
  readonly cleanSince?: Date;
};

/** What remains of a person's key, or of a text about them. It takes the key's place, so one atomic write destroys and remembers. */
export type Tombstone = { readonly _id: string; readonly erased: true; readonly erasedAt: Date };

export type KeyRecord = WrappedKey | Tombstone;

export const ROOT_ID = 'root:pepper';

export const keyRecordId = (kind: KeyKind, ref: string): string => `${kind}:${ref}`;

export const isTombstone = (record: KeyRecord): record is Tombstone => 'erased' in record;

type Named = Pick<WrappedKey, 'kind' | 'ref' | 'keyId'>;

const erasedKey = (kind: KeyKind, ref: string, erasedAt: Date): Tombstone => ({
  _id: keyRecordId(kind, ref),
  erased: true,
  erasedAt,
});

/** What takes the place of a person's key when it is destroyed. */
export const erasedPerson = (ref: string, erasedAt: Date): Tombstone => erasedKey('person', ref, erasedAt);

/** What takes the place of the key of a text about a person who was erased. */
export const erasedText = (ref: string, erasedAt: Date): Tombstone => erasedKey('text', ref, erasedAt);

const placeOf = (kekId: string, { kind, ref, keyId }: Named): Uint8Array =>
  place('key', kekId, kind, ref, keyId);

const wrap = <N extends Named>(
  kek: Kek,
  named: N,
  key: KeyObject,
): N & Sealed & { readonly kekId: string } => ({
  ...named,
  kekId: kek.id,
  ...seal(kek.key, placeOf(kek.id, named), key.export()),
});

/** A new random data key, wrapped. */
export const freshWrappedKey = (kek: Kek, kind: KeyKind, ref: string, createdAt: Date): WrappedKey =>
  wrap(kek, { _id: keyRecordId(kind, ref), kind, ref, keyId: randomUUID(), createdAt }, freshKey());

/** Throws `unreadable` when the record was altered or moved. */
export const unwrap = (kek: Kek, record: WrappedKey): KeyObject =>
  keyFrom(unseal(kek.key, placeOf(kek.id, record), record));

/** The same data key under another KEK. */
export const rewrap = (from: Kek, to: Kek, record: WrappedKey): WrappedKey =>
  wrap(to, record, unwrap(from, record));
