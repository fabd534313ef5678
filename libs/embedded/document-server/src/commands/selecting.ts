import { wholeNumber } from '../aggregate/pipeline';
import { prepareFilter } from '../query/filter';
import { select, type Selection, type Wanted } from '../query/select';
import { sortFields } from '../query/sort';
import type { Collection } from '../store/catalogue';
import type { Stored } from '../store/records';
import { encode, type Doc } from '../values/document';
import { collectionName, databaseName, documentIn, type Session } from './envelope';

export const FIRST_BATCH = 101;

export const sizeIn = (command: Doc, field: string, otherwise: number): number =>
  command[field] === undefined ? otherwise : wholeNumber(command[field], field);

export const namespaceIn = (command: Doc, field: string): string =>
  `${databaseName(command)}.${collectionName(command, field)}`;

function* sliced<T>(items: Iterable<T>, skip: number, limit: number): Generator<T> {
  let at = 0;
  if (limit <= 0) return;
  for (const item of items) {
    if (at++ < skip) continue;
    yield item;
    if (at === skip + limit) return;
  }
}

/** What matches in a collection; of one that does not exist nothing, but the filter is checked all the same. */
export const foundIn = (
  collection: Collection | undefined,
  { database }: Session,
  wanted: Wanted,
): Pick<Selection, 'found'> => {
  if (collection !== undefined) return select(database, collection, wanted);
  prepareFilter(wanted.filter);
  return { found: [] };
};

/** `filter`, `sort`, `skip` and `limit` of a command as a selection. */
export const wantedIn = (
  command: Doc,
  filterField: string,
): Wanted & { cut(found: Iterable<Stored>): Iterable<Stored> } => {
  const limit = sizeIn(command, 'limit', 0) || Infinity;
  const skip = sizeIn(command, 'skip', 0);
  return {
    filter: documentIn(command, filterField),
    sort: sortFields(command['sort']),
    limit: skip + limit,
    cut: (found) => sliced(found, skip, limit),
  };
};

export function* encoded(documents: Iterable<Doc>): Generator<Buffer> {
  for (const document of documents) yield encode(document);
}

export const lengthOf = (items: Iterable<unknown>): number => {
  let length = 0;
  for (const item of items) length += item === undefined ? 0 : 1;
  return length;
};
