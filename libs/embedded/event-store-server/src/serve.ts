import { setMaxListeners } from 'node:events';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { commitQueue } from './commit-queue';
import type { Context } from './context';
import { damageReport } from './damage';
import { EventLog } from './event-log';
import { refuseEmptied } from './folder-mark';
import { lockFolder } from './folder-lock';
import { handleAppend } from './handle-append';
import { handleBatchAppend } from './handle-batch';
import { handleDelete, handleTombstone } from './handle-delete';
import { handleFeatures } from './handle-features';
import { handleRead } from './handle-read';
import { recentIds } from './recent-ids';
import { sendAhead } from './send-ahead';
import { ServerFault } from './server-fault';
import { streamsService } from './streams-service';
import { refuseTorn } from './torn-file';

export type ServeOptions = { readonly folder: string; readonly port: number; readonly host: string };
/** Told one line for each damage that is met. */
export type TellDamage = (line: string) => void;
export type Serving = { readonly port: number; close(): Promise<void> };

const MESSAGE_BYTES = 8 * 1024 * 1024;
const GRACE_MS = 2_000;

const bind = (server: Server, { host, port }: ServeOptions): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) =>
      error
        ? reject(new ServerFault('port-taken', `${host}:${port} cannot be bound (${error.message})`))
        : resolve(bound),
    );
  });

const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const force = setTimeout(() => server.forceShutdown(), GRACE_MS);
    server.tryShutdown(() => {
      clearTimeout(force);
      resolve();
    });
  });

const serverOf = (context: Context): Server => {
  const server = new Server({
    'grpc.max_receive_message_length': MESSAGE_BYTES,
    'grpc.max_send_message_length': MESSAGE_BYTES,
    interceptors: [sendAhead],
  });
  server.addService(ServerFeaturesService, { getSupportedMethods: handleFeatures });
  server.addService(streamsService, {
    append: handleAppend(context),
    batchAppend: handleBatchAppend(context),
    read: handleRead(context),
    delete: handleDelete(context),
    tombstone: handleTombstone(context),
  });
  return server;
};

/** Runs the server in the calling thread. Throws `folder-locked`, `port-taken`, `format-newer`, `record-corrupted`. */
export const serve = async (options: ServeOptions, tellDamage: TellDamage): Promise<Serving> => {
  const unlock = await lockFolder(options.folder);
  let log: EventLog | undefined;
  try {
    const report = damageReport(tellDamage);
    refuseEmptied(options.folder);
    refuseTorn(options.folder);
    log = new EventLog(options.folder, report);
    const opened = log;
    const stopping = new AbortController();
    const { signal } = stopping;
    // every open call listens
    setMaxListeners(0, signal);
    const recent = recentIds();
    const commits = commitQueue(opened, options.folder, recent);
    const server = serverOf({ log: opened, commits, recent, report, now: Date.now, stopping: signal });
    const port = await bind(server, options);
    const close = async (): Promise<void> => {
      stopping.abort();
      await shut(server);
      await opened.close();
      await unlock();
    };
    return { port, close };
  } catch (error) {
    await log?.close();
    await unlock();
    throw error;
  }
};
