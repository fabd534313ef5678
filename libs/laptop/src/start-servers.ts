import { start as startBroker } from '@benkan/broker';
import { start as startDocuments } from '@benkan/document-server';
import { start as startEvents } from '@benkan/event-store-server';
import type { DataFolder } from './data-folder';

/** Addresses of real servers, each in place of the embedded one. */
export type Elsewhere = Readonly<
  Partial<Record<'esdb' | 'nats' | 'mongo' | 'vault' | 'keys', string | undefined>>
>;

export type ServersOptions = {
  readonly folders: Pick<DataFolder, 'events' | 'readModels' | 'vault' | 'keys'>;
  readonly brokerToken: string;
  readonly elsewhere: Elsewhere;
};

/** Told of each damage met in what a store holds: where, and one line of it. */
export type OnDamage = (store: keyof ServersOptions['folders'], line: string) => void;

export type StoreUrls = Readonly<Record<'esdbUrl' | 'mongoUrl' | 'vaultUrl' | 'keysUrl', string>>;

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

type Places = Pick<ServersOptions, 'folders' | 'elsewhere'>;

const startEach = ({ folders, elsewhere }: Places, onDamage: OnDamage | undefined) => {
  const over = (store: keyof Places['folders']) => ({
    folder: folders[store],
    ...(onDamage && { onDamage: (line: string) => onDamage(store, line) }),
  });
  return [
    unlessAt(elsewhere.esdb, () => startEvents(over('events'))),
    unlessAt(elsewhere.mongo, () => startDocuments(over('readModels'))),
    unlessAt(elsewhere.vault, () => startDocuments(over('vault'))),
    unlessAt(elsewhere.keys, () => startDocuments(over('keys'))),
  ] as const;
};

const urlsOf = async (starting: ReturnType<typeof startEach>): Promise<StoreUrls> => {
  const [events, readModels, vault, keys] = await Promise.all(starting);
  return { esdbUrl: events.url, mongoUrl: readModels.url, vaultUrl: vault.url, keysUrl: keys.url };
};

/** The three kinds of stores over a data folder, each in a thread of its own; damage is told on the standard error. */
export const startStores = async (
  folders: ServersOptions['folders'],
): Promise<{ readonly urls: StoreUrls; readonly close: () => Promise<void> }> => {
  const starting = startEach({ folders, elsewhere: {} }, undefined);
  const close = await allOrNone(starting);
  return { urls: await urlsOf(starting), close };
};

/** The stores and the broker. */
export const startServers = async (options: ServersOptions, onDamage: OnDamage) => {
  const stores = startEach(options, onDamage);
  const broker = unlessAt(options.elsewhere.nats, () => startBroker({ token: options.brokerToken }));
  const close = await allOrNone([...stores, broker]);
  return { urls: { ...(await urlsOf(stores)), natsUrl: (await broker).url }, close };
};
