import { ServerFault, badValue } from '../faults';
import { prepareFilter } from '../query/filter';
import { select, type Database } from '../query/select';
import type { SortFields } from '../query/sort';
import type { Collection } from '../store/catalogue';
import type { Stored } from '../store/records';
import type { Doc } from '../values/document';
import { withId, upserted } from '../update/upsert-seed';
import type { Change } from '../update/change';

/** The collection, created when this is the first write to it. */
export const ensured = ({ catalogue }: Database, database: string, name: string): Collection =>
  catalogue.find(database, name) ?? catalogue.create(database, name);

export const insertOne = (database: Database, collection: Collection, document: Doc): void =>
  database.records.insert(fresh(database, collection), withId(document));

// indexes and their multikey marks may have changed since
const fresh = ({ catalogue }: Database, collection: Collection): Collection =>
  catalogue.current(collection) ?? collection;

const first = (found: Iterable<Stored>): Stored | undefined => {
  for (const stored of found) return stored;
  return undefined;
};

export interface Target {
  readonly filter: Doc;
  readonly sort?: SortFields;
}

export const findOne = (database: Database, collection: Collection, target: Target): Stored | undefined =>
  first(select(database, fresh(database, collection), { ...target, limit: 1 }).found);

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
export const updateIn = (database: Database, collection: Collection, updating: Updating): Updated => {
  checkChange(updating);
  const { change, upsert, multi, filter, sort } = updating;
  const wanted = { filter, ...(sort && { sort }), ...(!multi && { limit: 1 }) };
  const { found } = select(database, fresh(database, collection), wanted);
  // all are known before the first changes, so that none is met twice
  const targets = multi ? [...found] : [first(found)].filter((stored) => stored !== undefined);
  let modified = 0;
  for (const stored of targets) {
    const document = change.apply(stored.document, false);
    if (database.records.replace(fresh(database, collection), stored, document)) modified += 1;
  }
  if (targets.length > 0 || !upsert) return { matched: targets.length, modified };
  const document = upserted(prepareFilter(filter), change);
  database.records.insert(fresh(database, collection), document);
  return { matched: 0, modified: 0, upserted: { id: document['_id'] } };
};

/** Removes one or all that match; the number removed. */
export const deleteIn = (database: Database, collection: Collection, filter: Doc, all: boolean): number => {
  const { found } = select(database, fresh(database, collection), all ? { filter } : { filter, limit: 1 });
  const targets = all ? [...found] : [first(found)].filter((stored) => stored !== undefined);
  for (const stored of targets) database.records.remove(fresh(database, collection), stored);
  return targets.length;
};

export const flagIn = (command: Doc, field: string, otherwise: boolean): boolean => {
  const value = command[field] ?? otherwise;
  if (typeof value === 'boolean') return value;
  if (value === 0 || value === 1) return value === 1;
  throw badValue(`BSON field '${field}' is the wrong type, expected type 'bool'`);
};
