import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start as startDocuments } from '@benkan/document-server';
import { esdbEventStore } from '@benkan/event-store-esdb';
import { start as startEvents } from '@benkan/event-store-server';
import type { Keyring } from '@benkan/vault';
import { openDatabase, openShelves, openVault } from '@benkan/vault-mongo';
import type { Source } from './copying';
import type { RunningSystem } from './running-system.examples';

export type Urls = { readonly events: string; readonly vaultUrl: string; readonly keysUrl: string };
export type Servers = { readonly urls: Urls; readonly close: () => Promise<void> };
type Closing = { readonly close: () => Promise<void> };

const databaseAt = (url: string): string => {
  const named = new URL(url);
  named.pathname = `/archive-${randomUUID()}`;
  return named.toString();
};

/** An event store and two document stores on folders of their own, over their real protocols. */
export const startServers = async (): Promise<Servers> => {
  const root = await mkdtemp(join(tmpdir(), 'benkan-stores-'));
  const events = await startEvents({ folder: join(root, 'events') });
  const vault = await startDocuments({ folder: join(root, 'vault'), port: 0 });
  const keys = await startDocuments({ folder: join(root, 'keys'), port: 0 });
  return {
    urls: { events: events.url, vaultUrl: databaseAt(vault.url), keysUrl: databaseAt(keys.url) },
    close: async () => {
      await Promise.all([events.close(), vault.close(), keys.close()]);
      await rm(root, { recursive: true });
    },
  };
};

/** The stores as backup and restoration see them: without any KEK. */
export const storesAt = async ({ events, ...stores }: Urls): Promise<Source & Closing> => {
  const store = esdbEventStore({ url: events });
  const { shelves, close } = await openShelves(stores);
  const beside = await openDatabase(stores.keysUrl);
  return {
    store,
    shelves: { ...shelves, accounts: beside.shelf('accounts') },
    close: async () => void (await Promise.all([store.close(), close(), beside.close()])),
  };
};

export const systemAt = async (urls: Urls, keks: Keyring): Promise<RunningSystem & Closing> => {
  const vault = await openVault({ vaultUrl: urls.vaultUrl, keysUrl: urls.keysUrl, keks });
  const { close, ...stores } = await storesAt(urls);
  return { ...stores, vault, close: async () => void (await Promise.all([vault.close(), close()])) };
};
