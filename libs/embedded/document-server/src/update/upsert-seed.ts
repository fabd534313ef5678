import { ObjectId } from 'bson';
import { ServerFault } from '../faults';
import { equalValues } from '../values/compare';
import { isDoc, type Doc } from '../values/document';
import type { Change } from './change';
import { placeAt } from './place';

const seed = (document: Doc, filter: Doc): void => {
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and') (condition as readonly Doc[]).forEach((clause) => seed(document, clause));
    else if (!path.startsWith('$') && isDoc(condition) && '$eq' in condition)
      placeAt(document, path).set(condition['$eq']);
  }
};

/** `_id` first, and one made up when there is none, as the server stores it. */
export const withId = (document: Doc): Doc => {
  if (document['_id'] !== undefined && Object.keys(document)[0] === '_id') return document;
  const { _id = new ObjectId(), ...rest } = document;
  return { _id, ...rest };
};

/** What an upsert inserts when nothing matched: the equalities of its (prepared) filter, then the change. */
export const upserted = (filter: Doc, change: Change): Doc => {
  const document: Doc = {};
  seed(document, filter);
  const wanted = document['_id'];
  const base =
    change.kind === 'replacement' ? { ...(wanted === undefined ? {} : { _id: wanted }) } : document;
  const result = change.apply(base, true);
  if (wanted !== undefined && !equalValues(result['_id'], wanted)) {
    throw new ServerFault(
      66,
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  }
  return withId(result);
};
