import { randomUUID } from 'node:crypto';
import { inMemoryStore, type EventStore, type JsonObject, type Position } from '@benkan/event-store';
import { follow } from './follow';
import type { FollowOptions, Following } from './following';
import type { InMemoryViews } from './in-memory';
import type { Projection, ViewEvent } from './projection';
import type { EventReader } from './read-event';
import type { ViewStore } from './view-store';

type Noted = ViewEvent<'noted', { readonly account: string; readonly n: number }>;
type Ledger = { readonly notes: readonly number[]; readonly revisions: readonly string[] };

/** Every note of an account in order: a note folded twice, left out or out of turn shows. */
export const ledgers: Projection<Ledger, Noted> = {
  name: 'ledgers',
  version: 1,
  keys: ({ data }) => (data.account === 'nobody' ? [] : [data.account]),
  evolve: (view, { data, stream, revision }) => {
    if (data.n < 0) throw new Error('below zero');
    return {
      notes: [...(view?.notes ?? []), data.n],
      revisions: [...(view?.revisions ?? []), `${stream}@${revision}`],
    };
  },
};

/** How many notes each stream has. */
export const counts: Projection<{ readonly count: number }, Noted> = {
  name: 'counts',
  version: 3,
  keys: ({ stream }) => [stream],
  evolve: (view) => ({ count: (view?.count ?? 0) + 1 }),
};

export const both = [ledgers, counts] as readonly Projection[];

export const read: EventReader = (type, version, data) => {
  if (type !== 'noted') return { kind: 'unreadable', reason: 'unknown-type' };
  if (version !== 1) return { kind: 'unreadable', reason: 'newer-version' };
  if (typeof data !== 'object' || data === null || !('account' in data))
    return { kind: 'unreadable', reason: 'invalid-data' };
  if (data.account === 'reader') throw new TypeError('the reader has a mistake');
  return { kind: 'fact', fact: { type, data } };
};

export const newAccount = (): string => `account-${randomUUID()}`;

export const metadata: JsonObject = {
  at: '2024-03-01T08:00:00.000Z',
  schemaVersion: 1,
  actor: { ref: 'a1' },
};

export const noted = (account: string, n: number, more: object = {}) => ({
  id: randomUUID(),
  type: 'noted',
  data: { account, n } as JsonObject,
  metadata,
  ...more,
});

type Written = ReturnType<typeof noted>;

/** A store and a way to write to it; answers with the position after the write. */
export const notebook = () => {
  const store = inMemoryStore();
  const ends = new Map<string, bigint>();
  const write = async (stream: string, ...events: readonly Written[]): Promise<bigint> => {
    const outcome = await store.append(stream, ends.get(stream) ?? 'no-stream', events);
    if (outcome.kind !== 'committed') throw new Error(outcome.kind);
    ends.set(stream, outcome.revision);
    return outcome.position.commit;
  };
  return { store, write };
};

/** What the views hold, as bytes would be compared. */
export const contents = (views: InMemoryViews): string =>
  JSON.stringify(
    ['ledgers__v1__g1', 'counts__v3__g1'].map((name) =>
      [...views.all(name)]
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ key, position: { commit, prepare }, view }) => [key, `${commit}/${prepare}`, view]),
    ),
  );

export const following = (
  store: EventStore,
  views: InMemoryViews,
  more: Partial<FollowOptions> = {},
): Promise<Following> => follow({ store, views, projections: both, read, aggregates: ['account'], ...more });

/** Follows until all that is stored was folded, then stops. */
export const folded = async (
  store: EventStore,
  views: InMemoryViews,
  more: Partial<FollowOptions> = {},
): Promise<void> => {
  const { caughtUp, stop } = await following(store, views, more);
  await caughtUp;
  await stop();
};

/** Where the first generation of a slice is. */
export const checkpointOf = async (views: ViewStore, slice: string): Promise<Position | undefined> =>
  (await views.checkpoints([`${slice}__g1`])).get(`${slice}__g1`);
