import { mongo } from 'mongoose';
import type { Position } from '@benkan/event-store';
import type { ViewDocument } from '@benkan/projections';

export type StoredView = { readonly _id: string; readonly _pos: mongo.Long; readonly _prep: mongo.Long };

export const asLong = (value: bigint): mongo.Long => mongo.Long.fromBigInt(value);
export const asBigInt = (value: mongo.Long | number): bigint => mongo.Long.fromValue(value).toBigInt();

/** What lies before a position: an earlier commit, or the same one and an earlier place in it. */
export const before = (
  [commit, prepare]: readonly [string, string],
  position: Position,
): { readonly $or: Record<string, unknown>[] } => ({
  $or: [
    { [commit]: { $lt: asLong(position.commit) } },
    { [commit]: asLong(position.commit), [prepare]: { $lt: asLong(position.prepare) } },
  ],
});

const stored = ({ view, position: { commit, prepare } }: ViewDocument) => ({
  ...view,
  _pos: asLong(commit),
  _prep: asLong(prepare),
});

/** Replaces a document only where it has seen less; the missed upsert of a newer one fails on `_id` and is a no-op. */
export const guardedReplace = (document: ViewDocument): mongo.AnyBulkWriteOperation<StoredView> => ({
  replaceOne: {
    filter: { _id: document.key, ...before(['_pos', '_prep'], document.position) },
    replacement: stored(document),
    upsert: true,
  },
});

/** Replaces a document whatever it has seen. */
export const plainReplace = (document: ViewDocument): mongo.AnyBulkWriteOperation<StoredView> => ({
  replaceOne: { filter: { _id: document.key }, replacement: stored(document), upsert: true },
});

const DUPLICATE_KEY = 11_000;

const isOnId = (error: { readonly code?: number | string; readonly errmsg?: string }): boolean =>
  error.code === DUPLICATE_KEY && /index: _id_\b/.test(error.errmsg ?? '');

/** Swallows only "a newer version of this very document is already there". */
export const ignoreAlreadyApplied = (error: unknown): void => {
  if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
  const errors = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  // a connection that broke is a bulk write error without write errors
  if (errors.length === 0 || !errors.every(isOnId) || error.result.getWriteConcernError() !== undefined)
    throw error;
};

/** Whether an upsert met a document that its filter left out. */
export const isThere = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && isOnId({ code: error.code ?? 0, errmsg: error.message });
