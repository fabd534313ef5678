import { decode } from '../values/document';
import { orderKey } from '../values/order-key';
import type { Collection, Index } from './catalogue';
import { startingWith } from './key-range';
import { prefixOf, recordKey } from './keys';
import { entriesFor, recordsOf } from './records';
import type { Store } from './store';

/** What reading one collection whole brought to light; keys in hexadecimal. */
export interface Findings {
  readonly records: number;
  /** entries by name of index */
  readonly keys: Readonly<Record<string, number>>;
  /** records whose bytes are not those that were written */
  readonly corrupt: readonly string[];
  /** by name of index: entries a document should have, and has not */
  readonly missing: readonly string[];
  /** by name of index: entries that are damaged or that no document has */
  readonly extra: readonly string[];
}

interface Tally extends Findings {
  records: number;
  readonly keys: Record<string, number>;
  readonly corrupt: string[];
  readonly missing: string[];
  readonly extra: string[];
}

const MOST_NAMED = 100;

const note = (list: string[], found: string): void => {
  if (list.length < MOST_NAMED) list.push(found);
};

const checkRecord = (store: Store, collection: Collection, bytes: Buffer, tally: Tally): Buffer => {
  const document = decode(bytes);
  const id = orderKey(document['_id']);
  for (const { index, key } of entriesFor(collection, document, id)) {
    const found = store.peek(key);
    if (found === undefined || found === 'damaged' || !found.equals(id)) note(tally.missing, index.name);
  }
  return recordKey(collection.id, document['_id']);
};

const checkRecords = (store: Store, collection: Collection, tally: Tally): void => {
  for (const { key, value } of store.inspect(recordsOf(collection))) {
    tally.records += 1;
    const intact = value !== 'damaged' && checkRecord(store, collection, value, tally).equals(key);
    if (!intact) note(tally.corrupt, key.toString('hex'));
  }
};

type Entry = { readonly key: Buffer; readonly value: Buffer };

const leadsBack = (store: Store, collection: Collection, index: Index, entry: Entry): boolean => {
  const { key, value: id } = entry;
  const record = store.peek(Buffer.concat([prefixOf(collection.id, 0), id]));
  if (record === undefined || record === 'damaged') return false;
  return entriesFor({ ...collection, indexes: [index] }, decode(record), id).some((each) =>
    each.key.equals(key),
  );
};

const checkIndex = (store: Store, collection: Collection, index: Index, tally: Tally): void => {
  let entries = 0;
  for (const { key, value } of store.inspect(startingWith(prefixOf(collection.id, index.id)))) {
    entries += 1;
    if (value === 'damaged' || !leadsBack(store, collection, index, { key, value }))
      note(tally.extra, index.name);
  }
  tally.keys[index.name] = entries;
};

/** Reads every record and every index entry of a collection, and follows each to the other. */
export const inspect = (store: Store, collection: Collection): Findings => {
  const tally: Tally = { records: 0, keys: {}, corrupt: [], missing: [], extra: [] };
  checkRecords(store, collection, tally);
  tally.keys['_id_'] = tally.records;
  for (const index of collection.indexes) checkIndex(store, collection, index, tally);
  return tally;
};
