import { randomUUID } from 'node:crypto';
import { mongo } from 'mongoose';
import { meetingsProjection, meetingsSchema } from '@benkan/meetings-read-model';
import { collectionOf, type ViewDocument, type ViewStore } from '@benkan/projections';
import { openViews, type Views } from '@benkan/view-store-mongo';

const COLLECTION = collectionOf(meetingsProjection);

/** A database of its own for one side of one round, indexed as the service does it. */
export const freshViews = async (url: string): Promise<Views & { readonly database: string }> => {
  const database = `bench-${randomUUID().slice(0, 8)}`;
  const views = await openViews({ url, database });
  await views.model('Meeting', meetingsSchema);
  return { ...views, database };
};

/** The same store, its writes to one generation kept in order. */
export const recording = (store: ViewStore, generation = COLLECTION) => {
  const saved: (readonly ViewDocument[])[] = [];
  const save: ViewStore['save'] = (collection, documents) => {
    if (collection === generation) saved.push([...documents]);
    return store.save(collection, documents);
  };
  return { store: { ...store, save }, saved };
};

const BATCH = 1_000;

type Stored = { readonly _id: string; readonly _pos: mongo.Long; readonly _prep: mongo.Long };

// what the view store sends for a document: replaced only where it has seen less
const operationOf = ({ key, position, view }: ViewDocument): mongo.AnyBulkWriteOperation<Stored> => {
  const [_pos, _prep] = [mongo.Long.fromBigInt(position.commit), mongo.Long.fromBigInt(position.prepare)];
  return {
    replaceOne: {
      filter: { _id: key, $or: [{ _pos: { $lt: _pos } }, { _pos, _prep: { $lt: _prep } }] },
      replacement: { ...view, _pos, _prep },
      upsert: true,
    },
  };
};

/** The given writes as batches of native operations, ready to be sent as durably as ours. Says how many they are. */
export const rawWrites = (client: mongo.MongoClient, saved: readonly (readonly ViewDocument[])[]) => {
  const batches = saved.flatMap((documents) =>
    Array.from({ length: Math.ceil(documents.length / BATCH) }, (_, index) =>
      documents.slice(index * BATCH, (index + 1) * BATCH).map(operationOf),
    ),
  );
  return {
    operations: batches.reduce((sum, batch) => sum + batch.length, 0),
    write: async (database: string): Promise<void> => {
      const collection = client.db(database).collection<Stored>(COLLECTION);
      for (const batch of batches)
        await collection.bulkWrite(batch, { ordered: false, writeConcern: { w: 'majority', j: true } });
    },
  };
};

export const rawDocuments = (url: string): Promise<mongo.MongoClient> => new mongo.MongoClient(url).connect();

/** Leaves nothing behind on a server that is not ours; an embedded one goes with its folder. */
export const dropped = async (client: mongo.MongoClient, views: Views, database: string): Promise<void> => {
  await views.close();
  await client
    .db(database)
    .dropDatabase()
    .catch(() => undefined);
};
