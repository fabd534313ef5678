import { start as startBroker } from '@benkan/broker';
import { start as startDocuments } from '@benkan/document-server';
import { start as startEvents } from '@benkan/event-store-server';
import type { Running } from '../child';
import type { ServersOrder, ServersReady } from '../messages';

type Server = { readonly url: string; readonly close: () => Promise<void> };

const at = (url: string): Server => ({ url, close: () => Promise.resolve() });

/** The embedded servers, each in a thread of its own; an address given from outside takes the place of one. */
export const startServers = async ({
  folders,
  brokerToken,
  elsewhere,
}: ServersOrder): Promise<Running<ServersReady>> => {
  const embedded = {
    events: elsewhere.esdb === undefined ? startEvents({ folder: folders.events }) : at(elsewhere.esdb),
    broker: elsewhere.nats === undefined ? startBroker({ token: brokerToken }) : at(elsewhere.nats),
    readModels:
      elsewhere.mongo === undefined ? startDocuments({ folder: folders.readModels }) : at(elsewhere.mongo),
    vault: elsewhere.vault === undefined ? startDocuments({ folder: folders.vault }) : at(elsewhere.vault),
    keys: elsewhere.keys === undefined ? startDocuments({ folder: folders.keys }) : at(elsewhere.keys),
  };
  const settled = await Promise.allSettled(Object.values(embedded));
  const started = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const close = async () => void (await Promise.all(started.map((server) => server.close())));
  const failure = settled.find((result) => result.status === 'rejected');
  if (failure !== undefined) {
    await close();
    throw failure.reason;
  }
  const [events, broker, readModels, vault, keys] = await Promise.all(Object.values(embedded));
  if (!events || !broker || !readModels || !vault || !keys) throw new Error('a server is missing');
  const urls = {
    esdbUrl: events.url,
    natsUrl: broker.url,
    mongoUrl: readModels.url,
    vaultUrl: vault.url,
    keysUrl: keys.url,
  };
  return { ready: { kind: 'ready', urls }, close };
};
