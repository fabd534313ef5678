import { esdbEventStore } from '@benkan/event-store-esdb';
import {
  follow,
  projectionOperations,
  sliceOf,
  type Projection,
  type ViewEvent,
  type ViewStore,
} from '@benkan/projections';
import { openViews } from '.';

type Ledger = { readonly notes: readonly number[] };
type Noted = ViewEvent<'noted', { readonly account: string; readonly n: number }>;

/** Every note of an account in order: one folded twice, left out or out of turn shows. */
export const ledgers: Projection<Ledger, Noted> = {
  name: 'ledgers',
  version: 1,
  keys: ({ data }) => [data.account],
  evolve: (view, { data }) => ({ notes: [...(view?.notes ?? []), data.n] }),
};

export const SLICE = sliceOf(ledgers);

export const folds = {
  projections: [ledgers] as readonly Projection[],
  read: (type: string, _version: number, data: unknown) => ({ kind: 'fact' as const, fact: { type, data } }),
  aggregates: ['account'],
};

export type Order = {
  readonly esdbUrl: string;
  readonly mongoUrl: string;
  readonly database: string;
  readonly does: 'follow' | 'rebuild';
  readonly ttlMs: number;
  /** Ends itself, as by a power cut, after so many writes of documents and before the checkpoint. */
  readonly diesAfterSaves?: number;
};

export type Told =
  | { readonly is: 'ready' | 'died' }
  | { readonly is: 'position'; readonly position: string }
  /** A write of documents, and whether the lease was its own when it was sent. */
  | { readonly is: 'save'; readonly own: boolean }
  | { readonly is: 'batch'; readonly events: number }
  | { readonly is: 'outcome'; readonly kind: string };

const tell = (told: Told): void => void process.stdout.write(`${JSON.stringify(told)}\n`);

const witnessed = (views: ViewStore, { diesAfterSaves = Infinity }: Order, owner: string): ViewStore => {
  let saves = 0;
  return {
    ...views,
    save: async (collection, documents) => {
      const [record] = await views.slices();
      tell({ is: 'save', own: record?.owner === owner });
      await views.save(collection, documents);
      saves += 1;
      if (saves >= diesAfterSaves) process.kill(process.pid, 'SIGKILL');
    },
  };
};

const following = async (order: Order, views: ViewStore) => {
  const owner = `process-${process.pid}`;
  const { caughtUp, position } = await follow({
    store: esdbEventStore({ url: order.esdbUrl }),
    views: witnessed(views, order, owner),
    ...folds,
    lease: { owner, ttlMs: order.ttlMs, isGone: () => false },
    batchSize: 20,
  });
  setInterval(() => tell({ is: 'position', position: String(position()) }), 20);
  await caughtUp;
  tell({ is: 'ready' });
};

const rebuilding = async (order: Order, views: ViewStore) => {
  const operations = projectionOperations({
    ...{
      store: esdbEventStore({ url: order.esdbUrl }),
      views,
      slices: folds,
      batchSize: 20,
      ttlMs: order.ttlMs,
    },
    index: async () => undefined,
  });
  const onProgress = ({ events }: { readonly events: number }) => tell({ is: 'batch', events });
  const { kind } = await operations.rebuild(SLICE, { onProgress });
  tell({ is: 'outcome', kind });
};

/** What the process of its own does. */
export const obey = async (order: Order): Promise<void> => {
  const { store } = await openViews({ url: order.mongoUrl, database: order.database });
  await (order.does === 'follow' ? following(order, store) : rebuilding(order, store));
};
