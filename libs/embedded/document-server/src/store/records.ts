import { ServerFault } from '../faults';
import { decode, encodeStored, type Doc } from '../values/document';
import { orderKey, rankOf, RANK } from '../values/order-key';
import type { Catalogue, Collection, Index } from './catalogue';
import { duplicateKey } from './duplicate';
import { startingWith } from './key-range';
import { entriesOf, prefixOf, recordKey } from './keys';
import type { Store } from './store';

/** A document as it lies in the store. */
export interface Stored {
  readonly key: Buffer;
  readonly bytes: Buffer;
  readonly document: Doc;
}

const ID_INDEX = { name: '_id_', fields: [{ path: '_id', direction: 1 }] } as const;
const NO_ID: readonly number[] = [RANK.array, RANK.regex];

const checkId = (document: Doc): void => {
  if (document['_id'] === undefined || NO_ID.includes(rankOf(document['_id']))) {
    throw new ServerFault(53, "The '_id' value cannot be of type array, regex or undefined");
  }
};

export interface Written {
  readonly index: Index;
  readonly key: Buffer;
}

// a unique key stands alone, so that a second document meets the first
const ended = (index: Index, key: Buffer, document: Doc): Written => ({
  index,
  key: index.unique ? key : Buffer.concat([key, orderKey(document['_id'])]),
});

/** Every index entry a document has. */
export const entriesFor = (collection: Collection, document: Doc): readonly Written[] =>
  collection.indexes.flatMap((index) =>
    entriesOf(collection.id, index, document).keys.map((key) => ended(index, key, document)),
  );

/**
 * Documents with their index entries. Every function that writes belongs inside `store.write`, checks all
 * uniqueness before it touches anything, and keeps the multikey marks of the catalogue.
 */
export class Records {
  constructor(
    private readonly store: Store,
    private readonly catalogue: Catalogue,
  ) {}

  read(key: Buffer): Stored | undefined {
    const bytes = this.store.get(key);
    return bytes && { key, bytes, document: decode(bytes) };
  }

  insert(collection: Collection, document: Doc): void {
    checkId(document);
    const key = recordKey(collection.id, document['_id']);
    if (this.store.has(key)) throw duplicateKey(collection, ID_INDEX, document);
    const bytes = encodeStored(document);
    const entries = this.entries(collection, document);
    this.checkUnique(collection, document, entries);
    this.store.put(key, bytes);
    this.putEntries(document, entries);
  }

  /** False when the new document has the bytes of the old one. */
  replace(collection: Collection, old: Stored, document: Doc): boolean {
    const bytes = encodeStored(document);
    if (bytes.equals(old.bytes)) return false;
    if (!recordKey(collection.id, document['_id']).equals(old.key)) {
      throw new ServerFault(
        66,
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
    }
    // the caller may have changed the decoded one in place
    const before = collection.indexes.length > 0 ? this.entries(collection, decode(old.bytes)) : [];
    const entries = this.entries(collection, document);
    this.checkUnique(collection, document, entries);
    this.store.put(old.key, bytes);
    const kept = new Set(entries.map(({ key }) => key.toString('latin1')));
    const held = new Set(before.map(({ key }) => key.toString('latin1')));
    before
      .filter(({ key }) => !kept.has(key.toString('latin1')))
      .forEach(({ key }) => this.store.remove(key));
    this.putEntries(
      document,
      entries.filter(({ key }) => !held.has(key.toString('latin1'))),
    );
    return true;
  }

  remove(collection: Collection, stored: Stored): void {
    this.store.remove(stored.key);
    this.entries(collection, decode(stored.bytes)).forEach(({ key }) => this.store.remove(key));
  }

  /** Fills a new index from what the collection holds; a duplicate answers E11000 and leaves nothing behind. */
  build(collection: Collection, index: Index): Index {
    let multikey = false;
    try {
      for (const { value } of this.store.scan(recordsOf(collection))) {
        const document = decode(value);
        const found = entriesOf(collection.id, index, document);
        multikey ||= found.multikey;
        const entries = found.keys.map((key) => ended(index, key, document));
        this.checkUnique(collection, document, entries);
        this.putEntries(document, entries);
      }
    } catch (error) {
      const written = this.store.scan(startingWith(prefixOf(collection.id, index.id)));
      for (const { key } of written) this.store.remove(key);
      throw error;
    }
    return { ...index, multikey };
  }

  private entries(collection: Collection, document: Doc): readonly Written[] {
    return collection.indexes.flatMap((index) => {
      const { keys, multikey } = entriesOf(collection.id, index, document);
      if (multikey) this.markMultikey(collection, index.id);
      return keys.map((key) => ended(index, key, document));
    });
  }

  private markMultikey(collection: Collection, id: number): void {
    const current = this.catalogue.current(collection) ?? collection;
    if (current.indexes.every((index) => index.id !== id || index.multikey)) return;
    const indexes = current.indexes.map((index) => (index.id === id ? { ...index, multikey: true } : index));
    this.catalogue.save({ ...current, indexes });
  }

  private checkUnique(collection: Collection, document: Doc, entries: readonly Written[]): void {
    const own = orderKey(document['_id']);
    for (const { index, key } of entries) {
      if (!index.unique) continue;
      const holder = this.store.get(key);
      if (holder !== undefined && !holder.equals(own)) throw duplicateKey(collection, index, document);
    }
  }

  private putEntries(document: Doc, entries: readonly Written[]): void {
    const id = orderKey(document['_id']);
    for (const { key } of entries) this.store.put(key, id);
  }
}

export const recordsOf = (collection: Collection): { readonly from: Buffer; readonly to: Buffer } => ({
  from: prefixOf(collection.id, 0),
  to: prefixOf(collection.id, 1),
});
