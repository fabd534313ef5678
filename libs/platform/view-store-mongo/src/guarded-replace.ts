import { mongo } from 'mongoose';
import type { ViewDocument } from '@benkan/projections';

type StoredView = { readonly _id: string; readonly _pos: mongo.Long };

/** Replaces a document only where it has seen less; the missed upsert of a newer one fails on `_id` and is a no-op. */
export const guardedReplace = ({
  key,
  position,
  view,
}: ViewDocument): mongo.AnyBulkWriteOperation<StoredView> => ({
  replaceOne: {
    filter: { _id: key, _pos: { $lt: mongo.Long.fromBigInt(position) } },
    replacement: { ...view, _pos: mongo.Long.fromBigInt(position) },
    upsert: true,
  },
});

const DUPLICATE_KEY = 11_000;

const isOnId = (error: mongo.WriteError): boolean =>
  error.code === DUPLICATE_KEY && /index: _id_\b/.test(error.errmsg ?? '');

/** Swallows only "a newer version of this very document is already there". */
export const ignoreAlreadyApplied = (error: unknown): void => {
  if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
  const errors = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  // a connection that broke is a bulk write error without write errors
  if (errors.length === 0 || !errors.every(isOnId) || error.result.getWriteConcernError() !== undefined)
    throw error;
};
