import { ServerFault, badValue } from '../faults';
import { prepareFilter } from '../query/filter';
import { select, type Database, type Selection, type Wanted } from '../query/select';
import type { SortFields } from '../query/sort';
import type { Collection } from '../store/catalogue';
import type { Stored } from '../store/records';
import type { Doc } from '../values/document';
import { withId, upserted } from '../update/upsert-seed';
import type { Change } from '../update/change';

/** Where a write goes; the collection may not be there yet. */
export interface Place {
  readonly database: string;
  readonly name: string;
}

// found anew each time: indexes and their multikey marks may have changed since
const current = ({ catalogue }: Database, { database, name }: Place): Collection | undefined =>
  catalogue.find(database, name);

/** The collection, created when this is the first write to it. */
export const ensured = (database: Database, place: Place): Collection =>
  current(database, place) ?? database.catalogue.create(place.database, place.name);

export const insertOne = (database: Database, place: Place, document: Doc): void =>
  database.records.insert(ensured(database, place), withId(document));

const first = (found: Iterable<Stored>): Stored | undefined => {
  for (const stored of found) return stored;
  return undefined;
};

export interface Target {
  readonly filter: Doc;
  readonly sort?: SortFields;
}

const selectIn = (database: Database, place: Place, wanted: Wanted): Pick<Selection, 'filter' | 'found'> => {
  const collection = current(database, place);
  return collection
    ? select(database, collection, wanted)
    : { filter: prepareFilter(wanted.filter), found: [] };
};

export const findOne = (database: Database, place: Place, target: Target): Stored | undefined =>
  first(selectIn(database, place, { ...target, limit: 1 }).found);

export interface Updating extends Target {
  readonly change: Change;
  readonly upsert: boolean;
  readonly multi: boolean;
}

export interface Updated {
  readonly matched: number;
  readonly modified: number;
  /** the `_id` inserted, boxed so that an `_id` of null is one too */
  readonly upserted?: { readonly id: unknown };
}

const checkChange = ({ change, multi }: Updating): void => {
  if (multi && change.kind === 'replacement')
    throw new ServerFault(9, 'multi update is not supported for replacement-style update');
};

/** Changes what matches, or inserts; nothing is written for a document whose change throws. */
export const updateIn = (database: Database, place: Place, updating: Updating): Updated => {
  checkChange(updating);
  const { change, upsert, multi, filter, sort } = updating;
  const wanted = { filter, ...(sort && { sort }), ...(!multi && { limit: 1 }) };
  const { found, filter: prepared } = selectIn(database, place, wanted);
  // all are known before the first changes, so that none is met twice
  const targets = multi ? [...found] : [first(found)].filter((stored) => stored !== undefined);
  let modified = 0;
  for (const stored of targets) {
    const apply = (document: Doc): Doc => change.apply(document, false);
    if (database.records.replace(ensured(database, place), stored, apply)) modified += 1;
  }
  if (targets.length > 0 || !upsert) return { matched: targets.length, modified };
  const document = upserted(prepared, change);
  database.records.insert(ensured(database, place), document);
  return { matched: 0, modified: 0, upserted: { id: document['_id'] } };
};

/** Removes one or all that match; the number removed. */
export const deleteIn = (database: Database, place: Place, filter: Doc, all: boolean): number => {
  const { found } = selectIn(database, place, all ? { filter } : { filter, limit: 1 });
  const targets = all ? [...found] : [first(found)].filter((stored) => stored !== undefined);
  for (const stored of targets) database.records.remove(ensured(database, place), stored);
  return targets.length;
};

export const flagIn = (command: Doc, field: string, otherwise: boolean): boolean => {
  const value = command[field] ?? otherwise;
  if (typeof value === 'boolean') return value;
  if (value === 0 || value === 1) return value === 1;
  throw badValue(`BSON field '${field}' is the wrong type, expected type 'bool'`);
};
