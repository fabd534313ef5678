import { start as startBroker } from '@benkan/broker';
import { start as startDocuments } from '@benkan/document-server';
import { start as startEvents } from '@benkan/event-store-server';
import type { Running } from '../child';
import type { ServersOrder, ServersReady } from '../messages';

type Server = { readonly url: string; readonly close: () => Promise<void> };

/** An address given from outside takes the place of an embedded server. */
const unlessAt = (url: string | undefined, start: () => Promise<Server>): Promise<Server> =>
  url === undefined ? start() : Promise.resolve({ url, close: () => Promise.resolve() });

/** Closes those that started; throws why one did not, once the others are closed. */
const allOrNone = async (starting: readonly Promise<Server>[]): Promise<() => Promise<void>> => {
  const settled = await Promise.allSettled(starting);
  const started = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const close = async () => void (await Promise.all(started.map((server) => server.close())));
  const failure = settled.find((result) => result.status === 'rejected');
  if (failure === undefined) return close;
  await close();
  throw failure.reason;
};

/** The embedded servers, each in a thread of its own. */
export const startServers = async ({
  folders,
  brokerToken,
  elsewhere,
}: ServersOrder): Promise<Running<ServersReady>> => {
  const starting = [
    unlessAt(elsewhere.esdb, () => startEvents({ folder: folders.events })),
    unlessAt(elsewhere.nats, () => startBroker({ token: brokerToken })),
    unlessAt(elsewhere.mongo, () => startDocuments({ folder: folders.readModels })),
    unlessAt(elsewhere.vault, () => startDocuments({ folder: folders.vault })),
    unlessAt(elsewhere.keys, () => startDocuments({ folder: folders.keys })),
  ] as const;
  const close = await allOrNone(starting);
  const [events, broker, readModels, vault, keys] = await Promise.all(starting);
  const urls = {
    esdbUrl: events.url,
    natsUrl: broker.url,
    mongoUrl: readModels.url,
    vaultUrl: vault.url,
    keysUrl: keys.url,
  };
  return { ready: { kind: 'ready', urls }, close };
};
