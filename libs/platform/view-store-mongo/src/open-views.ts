import mongoose, { mongo, type Model, type Schema } from 'mongoose';
import type { CurrentModel, ViewStore } from '@benkan/projections';
import { modelsIn } from './models';
import { mongoViewStore } from './mongo-view-store';

export type OpenViewsOptions = {
  readonly url: string;
  /** Database of one service; services never share one. */
  readonly database: string;
};

export type Views = {
  readonly store: ViewStore;
  /**
   * A mongoose model for queries, of the generation that answers: `follow` looks it up every second.
   * Creates the indexes its schema names.
   */
  readonly model: <View>(name: string, schema: Schema<View>) => Promise<CurrentModel<Model<View>>>;
  /** Creates the indexes a schema names on one generation: what a rebuild does first. */
  readonly index: <View>(schema: Schema<View>, collection: string) => Promise<void>;
  readonly ping: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** Opens the read models of one service. Buffers nothing: a store that is away fails at once. */
export const openViews = async ({ url, database }: OpenViewsOptions): Promise<Views> => {
  const connection = await mongoose
    .createConnection(url, {
      dbName: database,
      autoCreate: false,
      autoIndex: false,
      bufferCommands: false,
      serverSelectionTimeoutMS: 5_000,
      maxPoolSize: 8,
    })
    .asPromise();

  const store = mongoViewStore(() => {
    const { db } = connection;
    if (db === undefined) throw new mongo.MongoNotConnectedError('views are closed');
    return db;
  });
  const { learn, model, index } = modelsIn(connection, store.slices);

  return {
    store: { ...store, slices: async () => learn(await store.slices()) },
    model,
    index,
    ping: async () => {
      try {
        await connection.db?.command({ ping: 1 });
        return true;
      } catch {
        return false;
      }
    },
    close: () => connection.close(),
  };
};
