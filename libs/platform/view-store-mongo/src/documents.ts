import type { mongo } from 'mongoose';
import type { DocumentStore, ViewDocument } from '@benkan/projections';
import { DURABLE, EXACT, inBatches, type Database } from './collections';
import {
  asBigInt,
  guardedReplace,
  ignoreAlreadyApplied,
  plainReplace,
  type StoredView,
} from './guarded-replace';

const documentOf = ({ _id, _pos, _prep, ...view }: StoredView): ViewDocument => ({
  key: _id,
  position: { commit: asBigInt(_pos), prepare: asBigInt(_prep) },
  view,
});

type Replace = (document: ViewDocument) => mongo.AnyBulkWriteOperation<StoredView>;

/** Projection writes through the native collections: mongoose would cast each one. */
export const documentsIn = (db: Database): DocumentStore => {
  const of = (collection: string) => db().collection<StoredView>(collection);

  const write = async (collection: string, documents: readonly ViewDocument[], replace: Replace) => {
    for (const batch of inBatches(documents))
      await of(collection)
        .bulkWrite(batch.map(replace), { ordered: false, ...DURABLE })
        .catch(ignoreAlreadyApplied);
  };

  return {
    load: async (collection, keys) => {
      const found = new Map<string, ViewDocument>();
      for (const batch of inBatches(keys)) {
        const cursor = of(collection).find({ _id: { $in: batch } }, { ...EXACT, batchSize: batch.length });
        for await (const stored of cursor) found.set(stored._id, documentOf(stored));
      }
      return found;
    },
    save: (collection, documents) => write(collection, documents, guardedReplace),
    overwrite: (collection, documents) => write(collection, documents, plainReplace),
    async *scan(collection) {
      const cursor = of(collection)
        .find({}, { ...EXACT, batchSize: 1_000 })
        .sort({ _id: 1 });
      for await (const stored of cursor) yield documentOf(stored);
    },
  };
};
