import { mongo } from 'mongoose';
import type { Position } from '@benkan/event-store';
import type { ParkedEvent, ViewDocument, ViewStore } from '@benkan/projections';
import { guardedReplace, ignoreAlreadyApplied } from './guarded-replace';

type StoredView = { readonly _id: string; readonly _pos: mongo.Long };
type Checkpoint = { readonly _id: string; readonly commit: mongo.Long; readonly prepare: mongo.Long };
type Parked = Omit<ParkedEvent, 'revision'> & { readonly _id: string; readonly revision: mongo.Long };

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;
const BATCH = 500;

const inBatches = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );

const asLong = (value: bigint) => mongo.Long.fromBigInt(value);

const documentOf = ({ _id, _pos, ...view }: StoredView): ViewDocument => ({
  key: _id,
  position: mongo.Long.fromValue(_pos).toBigInt(),
  view,
});

/** Projection writes through the native collections: mongoose would cast each one. */
export const mongoViewStore = (db: () => mongo.Db): ViewStore => {
  const viewsOf = (collection: string) => db().collection<StoredView>(collection);
  const checkpoints = () => db().collection<Checkpoint>('checkpoints');
  const parked = () => db().collection<Parked>('parked');

  return {
    load: async (collection, keys) => {
      const found = new Map<string, ViewDocument>();
      for (const batch of inBatches(keys)) {
        const cursor = viewsOf(collection).find(
          { _id: { $in: batch } },
          { promoteLongs: false, promoteValues: true },
        );
        for await (const stored of cursor) found.set(stored._id, documentOf(stored));
      }
      return found;
    },
    save: async (collection, documents) => {
      for (const batch of inBatches(documents))
        await viewsOf(collection)
          .bulkWrite(batch.map(guardedReplace), { ordered: false, ...DURABLE })
          .catch(ignoreAlreadyApplied);
    },
    checkpoint: async (slice) => {
      const stored = await checkpoints().findOne({ _id: slice }, { promoteLongs: false });
      if (stored === null) return undefined;
      const position: Position = {
        commit: mongo.Long.fromValue(stored.commit).toBigInt(),
        prepare: mongo.Long.fromValue(stored.prepare).toBigInt(),
      };
      return position;
    },
    saveCheckpoint: async (slice, { commit, prepare }) => {
      const write = {
        replaceOne: {
          filter: { _id: slice, commit: { $lt: asLong(commit) } },
          replacement: { commit: asLong(commit), prepare: asLong(prepare) },
          upsert: true,
        },
      };
      await checkpoints().bulkWrite([write], DURABLE).catch(ignoreAlreadyApplied);
    },
    park: async ({ revision, ...event }) => {
      const filter = { _id: `${event.slice}|${event.stream}|${revision}` };
      const first = { $setOnInsert: { ...event, revision: asLong(revision) } };
      await parked().updateOne(filter, first, { upsert: true, ...DURABLE });
    },
    parkedStreams: async (slice) => parked().distinct('stream', { slice }),
  };
};
