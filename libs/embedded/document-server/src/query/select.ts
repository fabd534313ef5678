import type { Catalogue, Collection } from '../store/catalogue';
import type { Entry } from '../store/key-range';
import { prefixOf } from '../store/keys';
import { Stored, type Records } from '../store/records';
import { corrupted } from '../store/seal';
import type { Store } from '../store/store';
import type { Doc } from '../values/document';
import { prepareFilter } from './filter';
import { matching } from './matching';
import { planFor, type Plan } from './plan';
import { sorted, type SortFields } from './sort';

export interface Database {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly records: Records;
}

/** What a scan touched, as `explain` reports it. */
export interface Counters {
  keys: number;
  documents: number;
}

export interface Selection {
  /** as prepared */
  readonly filter: Doc;
  readonly plan: Plan;
  readonly counters: Counters;
  /** lazily, in the order asked for */
  readonly found: Iterable<Stored>;
}

export interface Wanted {
  readonly filter: Doc;
  readonly sort?: SortFields;
  /** at most this many will be taken */
  readonly limit?: number;
}

function* entriesOf({ store }: Database, { ranges, exact }: Plan): Generator<Entry> {
  for (const range of ranges) {
    if (!exact) yield* store.scan(range);
    else {
      const value = store.get(range.from);
      if (value !== undefined) yield { key: range.from, value };
    }
  }
}

function* everyRecord(entries: Iterable<Entry>, counters: Counters): Generator<Stored> {
  for (const { key, value } of entries) {
    counters.documents += 1;
    yield new Stored(key, value);
  }
}

function* onlyFirst(entries: Iterable<Entry>): Generator<Entry> {
  const seen = new Set<string>();
  for (const entry of entries) {
    const id = entry.value.toString('latin1');
    if (seen.has(id)) continue;
    seen.add(id);
    yield entry;
  }
}

function* recordsBehind(
  { records, store }: Database,
  collection: Collection,
  entries: Iterable<Entry>,
  counters: Counters,
): Generator<Stored> {
  const prefix = prefixOf(collection.id, 0);
  for (const entry of entries) {
    counters.keys += 1;
    counters.documents += 1;
    const stored = records.read(Buffer.concat([prefix, entry.value]));
    if (stored !== undefined) yield stored;
    // a cursor that rested may hold entries of what was removed since
    else if (store.get(entry.key)?.equals(entry.value)) throw corrupted(entry.key, 'leads to no document');
  }
}

const scanned = (
  database: Database,
  collection: Collection,
  plan: Plan,
  counters: Counters,
): Iterable<Stored> => {
  const entries = entriesOf(database, plan);
  if (plan.index === undefined) return everyRecord(entries, counters);
  return recordsBehind(database, collection, plan.index.multikey ? onlyFirst(entries) : entries, counters);
};

function* filtered(found: Iterable<Stored>, matches: (document: Doc) => boolean): Generator<Stored> {
  for (const stored of found) if (matches(stored.document)) yield stored;
}

const MEASURE = { document: ({ document }: Stored) => document, size: ({ bytes }: Stored) => bytes.length };

function* inOrder(found: Iterable<Stored>, sort: SortFields, limit: number): Generator<Stored> {
  yield* sorted(found, sort, MEASURE, limit);
}

/** The documents of a collection that match, by index where one serves. */
export const select = (database: Database, collection: Collection, wanted: Wanted): Selection => {
  const { sort = [], limit = Infinity } = wanted;
  const filter = prepareFilter(wanted.filter);
  const plan = planFor(collection, filter, sort);
  const counters = { keys: 0, documents: 0 };
  const met = scanned(database, collection, plan, counters);
  const matched = Object.keys(plan.rest).length === 0 ? met : filtered(met, matching(plan.rest));
  return { filter, plan, counters, found: plan.sorted ? matched : inOrder(matched, sort, limit) };
};
