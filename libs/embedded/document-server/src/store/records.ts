import { ServerFault } from '../faults';
import { decode, encodeStored, type Doc } from '../values/document';
import { rankOf, RANK } from '../values/order-key';
import type { Catalogue, Collection, Index } from './catalogue';
import { duplicateKey } from './duplicate';
import { startingWith } from './key-range';
import { entriesOf, idIn, prefixOf, recordKey } from './keys';
import type { Store } from './store';

/** A document as it lies in the store; decoded when it is first looked into. */
export class Stored {
  private decoded: Doc | undefined;

  constructor(
    readonly key: Buffer,
    readonly bytes: Buffer,
  ) {}

  get document(): Doc {
    return (this.decoded ??= decode(this.bytes));
  }
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
const ended = (index: Index, key: Buffer, id: Buffer): Written => ({
  index,
  key: index.unique ? key : Buffer.concat([key, id]),
});

/** Every index entry a document has; `id` is what its record key ends in. */
export const entriesFor = (collection: Collection, document: Doc, id: Buffer): readonly Written[] =>
  collection.indexes.flatMap((index) =>
    entriesOf(collection.id, index, document).keys.map((key) => ended(index, key, id)),
  );

const same = (a: readonly Written[], b: readonly Written[]): boolean =>
  a.length === b.length && a.every(({ key }, at) => b[at]?.key.equals(key));

const without = (all: readonly Written[], others: readonly Written[]): readonly Written[] => {
  const known = new Set(others.map(({ key }) => key.toString('latin1')));
  return all.filter(({ key }) => !known.has(key.toString('latin1')));
};

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
    return bytes && new Stored(key, bytes);
  }

  insert(collection: Collection, document: Doc): void {
    checkId(document);
    const key = recordKey(collection.id, document['_id']);
    if (this.store.has(key)) throw duplicateKey(collection, ID_INDEX, document);
    const bytes = encodeStored(document);
    const id = idIn(key);
    const entries = this.entries(collection, document, id);
    this.checkUnique(collection, document, entries, id);
    this.store.put(key, bytes);
    this.putEntries(entries, id);
  }

  /** `change` may alter the document it is given; false when the new one has the bytes of the old one. */
  replace(collection: Collection, old: Stored, change: (document: Doc) => Doc): boolean {
    const id = idIn(old.key);
    const before = this.entries(collection, old.document, id);
    const document = change(old.document);
    const bytes = encodeStored(document);
    if (bytes.equals(old.bytes)) return false;
    if (!recordKey(collection.id, document['_id']).equals(old.key)) {
      throw new ServerFault(
        66,
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
    }
    const entries = this.entries(collection, document, id);
    this.checkUnique(collection, document, entries, id);
    this.store.put(old.key, bytes);
    if (same(before, entries)) return true;
    without(before, entries).forEach(({ key }) => this.store.remove(key));
    this.putEntries(without(entries, before), id);
    return true;
  }

  remove(collection: Collection, { key, document }: Stored): void {
    this.store.remove(key);
    this.entries(collection, document, idIn(key)).forEach((entry) => this.store.remove(entry.key));
  }

  /** Fills a new index from what the collection holds; a duplicate answers E11000 and leaves nothing behind. */
  build(collection: Collection, index: Index): Index {
    let multikey = false;
    try {
      for (const { key: record, value } of this.store.scan(recordsOf(collection))) {
        const [document, id] = [decode(value), idIn(record)];
        const found = entriesOf(collection.id, index, document);
        multikey ||= found.multikey;
        const entries = found.keys.map((key) => ended(index, key, id));
        this.checkUnique(collection, document, entries, id);
        this.putEntries(entries, id);
      }
    } catch (error) {
      const written = this.store.scan(startingWith(prefixOf(collection.id, index.id)));
      for (const { key } of written) this.store.remove(key);
      throw error;
    }
    return { ...index, multikey };
  }

  private entries(collection: Collection, document: Doc, id: Buffer): readonly Written[] {
    return collection.indexes.flatMap((index) => {
      const { keys, multikey } = entriesOf(collection.id, index, document);
      if (multikey) this.markMultikey(collection, index.id);
      return keys.map((key) => ended(index, key, id));
    });
  }

  private markMultikey(collection: Collection, id: number): void {
    const current = this.catalogue.current(collection) ?? collection;
    if (current.indexes.every((index) => index.id !== id || index.multikey)) return;
    const indexes = current.indexes.map((index) => (index.id === id ? { ...index, multikey: true } : index));
    this.catalogue.save({ ...current, indexes });
  }

  private checkUnique(collection: Collection, document: Doc, entries: readonly Written[], id: Buffer): void {
    for (const { index, key } of entries) {
      if (!index.unique) continue;
      const holder = this.store.get(key);
      if (holder !== undefined && !holder.equals(id)) throw duplicateKey(collection, index, document);
    }
  }

  private putEntries(entries: readonly Written[], id: Buffer): void {
    for (const { key } of entries) this.store.put(key, id);
  }
}

export const recordsOf = (collection: Collection): { readonly from: Buffer; readonly to: Buffer } => ({
  from: prefixOf(collection.id, 0),
  to: prefixOf(collection.id, 1),
});
