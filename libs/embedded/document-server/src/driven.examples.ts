import { join } from 'node:path';
import { mongo } from 'mongoose';
import { start } from './start';
import { temporaryFolder } from './testing';

type Start = typeof start;

export interface View extends mongo.Document {
  readonly _id: string;
}

/** A server over a folder of its own, and the driver on it. */
export const drivenBy =
  (start: Start) =>
  async (options: mongo.MongoClientOptions = {}) => {
    const { folder, remove } = await temporaryFolder();
    const server = await start({ folder: join(folder, 'data') });
    const client = await new mongo.MongoClient(server.url, options).connect();
    const close = async () => {
      await client.close();
      await server.close();
      await remove();
    };
    return { folder, server, client, views: client.db('read').collection<View>('views'), close };
  };

export const driven = drivenBy(start);

export type Driven = Awaited<ReturnType<typeof driven>>;
