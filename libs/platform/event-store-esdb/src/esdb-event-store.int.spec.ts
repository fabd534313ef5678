import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract } from '@benkan/event-store/contract';
import { start } from '@benkan/event-store-server';
import { esdbEventStore } from './esdb-event-store';

eventStoreContract('over the embedded server', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'benkan-esdb-'));
  const server = await start({ folder });
  const store = esdbEventStore({ url: server.url });
  return {
    store,
    async close() {
      await store.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
});

const url = process.env['ESDB_URL'];
if (url)
  eventStoreContract(`over ${new URL(url).host}`, async () => {
    const store = esdbEventStore({ url });
    return { store, close: () => store.close() };
  });
