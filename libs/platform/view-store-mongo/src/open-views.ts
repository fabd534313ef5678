import mongoose, { mongo, type Model, type Schema } from 'mongoose';
import type { ViewStore } from '@benkan/projections';
import { mongoViewStore } from './mongo-view-store';

export type OpenViewsOptions = {
  readonly url: string;
  /** Database of one service; services never share one. */
  readonly database: string;
};

export type Views = {
  readonly store: ViewStore;
  /** A mongoose model for queries; creates the indexes its schema names. */
  readonly model: <View>(name: string, schema: Schema<View>) => Promise<Model<View>>;
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

  return {
    store: mongoViewStore(() => {
      const { db } = connection;
      if (db === undefined) throw new mongo.MongoNotConnectedError('views are closed');
      return db;
    }),
    model: async <View>(name: string, schema: Schema<View>) => {
      const model = connection.model<View>(name, schema);
      await model.createIndexes();
      return model;
    },
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
