import { join } from 'node:path';
import { start as startBroker } from '@benkan/broker';
import { start as startDocuments } from '@benkan/document-server';
import { start as startEvents } from '@benkan/event-store-server';
import { serveParent } from './child';

export type ServersOrder = {
  readonly folder: string;
  /** Those not given by a URL. */
  readonly needed: readonly ('events' | 'documents' | 'broker')[];
  readonly token: string;
};

export type ServersReady = { readonly [server in ServersOrder['needed'][number]]?: string };

// the embedded servers of one bench, away from the process that measures
serveParent<ServersOrder, ServersReady>(async ({ folder, needed, token }) => {
  const starts = {
    events: () => startEvents({ folder: join(folder, 'events') }),
    documents: () => startDocuments({ folder: join(folder, 'documents') }),
    broker: () => startBroker({ token }),
  };
  const started = needed.map(async (server) => [server, (await starts[server]()).url] as const);
  return Object.fromEntries(await Promise.all(started));
});
