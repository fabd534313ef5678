import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start as startDocuments, type Running } from '@benkan/document-server';
import type { EventStore } from '@benkan/event-store';
import { esdbEventStore } from '@benkan/event-store-esdb';
import { start as startEvents, type EventStoreServer } from '@benkan/event-store-server';
import { follow, inMemoryViews, projectionOperations, type ViewStore } from '@benkan/projections';
import { atLength } from '@benkan/testing';
import { folds, SLICE, type Order } from './follower.examples';
import { startFollower, type Follower } from './following-child.examples';
import { openViews, type Views } from '.';

jest.setTimeout(atLength({ ci: 60_000, soak: 1_200_000 }));

const TTL_MS = 1_500;
const [G1, G2] = [`${SLICE}__g1`, `${SLICE}__g2`] as const;

describe('processes that are killed, or stopped', () => {
  let folder: string;
  let documents: Running;
  let events: EventStoreServer;
  let store: EventStore;
  let views: Views;
  let database: string;
  let children: Follower[] = [];
  let revisions: Map<string, bigint>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'followers-'));
    documents = await startDocuments({ folder: join(folder, 'documents') });
    events = await startEvents({ folder: join(folder, 'events') });
    store = esdbEventStore({ url: events.url });
    database = `followed-${randomUUID().slice(0, 8)}`;
    views = await openViews({ url: documents.url, database });
    revisions = new Map();
  });
  afterEach(async () => {
    await Promise.all(children.map((child) => child.kill()));
    children = [];
    await views.close();
    await store.close();
    await events.close();
    await documents.close();
    await rm(folder, { recursive: true, force: true });
  });

  const child = (does: Order['does'], more: Partial<Order> = {}): Follower => {
    const order = { esdbUrl: events.url, mongoUrl: documents.url, database, does, ttlMs: TTL_MS, ...more };
    const started = startFollower(order);
    children.push(started);
    return started;
  };

  const streams = Array.from({ length: 3 }, () => `account-${randomUUID()}`);
  const metadata = { at: '2026-01-01T00:00:00.000Z', schemaVersion: 1, actor: { ref: 'a1' } };

  /** Writes so many events; the position of the last. */
  const write = async (count: number): Promise<bigint> => {
    let end = -1n;
    for (let n = 0; n < count; n += 1) {
      const stream = streams[n % streams.length] ?? '';
      const event = { id: randomUUID(), type: 'noted', data: { account: `k${n % 5}`, n }, metadata };
      const outcome = await store.append(stream, revisions.get(stream) ?? 'no-stream', [event]);
      if (outcome.kind !== 'committed') throw new Error(outcome.kind);
      revisions.set(stream, outcome.revision);
      end = outcome.position.commit;
    }
    return end;
  };

  const bytesOf = async (stored: ViewStore, collection: string): Promise<string> => {
    const all: string[] = [];
    for await (const { key, position, view } of stored.scan(collection))
      all.push(JSON.stringify([key, `${position.commit}/${position.prepare}`, view]));
    return all.join('\n');
  };

  /** What a process alone makes of what is stored. */
  const expected = async (): Promise<string> => {
    const once = inMemoryViews();
    const { caughtUp, stop } = await follow({ store, views: once, ...folds });
    await caughtUp;
    await stop();
    return bytesOf(once, G1);
  };

  const reaches = (follower: Follower, end: bigint) =>
    follower.tells((told) => told.is === 'position' && BigInt(told.position) >= end);

  it('between documents and checkpoint, again and again: the next makes the same documents', async () => {
    await write(120);
    for (const diesAfterSaves of Array.from(
      { length: atLength({ ci: 3, soak: 12 }) },
      (_, n) => 1 + (n % 3),
    )) {
      let alive = true;
      const dying = child('follow', { diesAfterSaves }).ended.finally(() => (alive = false));
      // as many as it takes: how many are saved at once is not ours to say
      while (alive) await write(5);
      expect(await dying).toBe('SIGKILL');
    }
    const last = child('follow');
    await last.tells(({ is }) => is === 'ready');
    expect(await bytesOf(views.store, G1)).toBe(await expected());
  });

  it('past its lease and resumed: never two write, and nothing is lost', async () => {
    const [one, two] = [child('follow'), child('follow')];
    await reaches(one, await write(10));
    for (let turn = 0; turn < atLength({ ci: 2, soak: 6 }); turn += 1) {
      const [record] = await views.store.slices();
      const [owner, other] =
        two.told.some(({ is }) => is === 'save') && record?.owner !== null && turn % 2 === 1
          ? [two, one]
          : [one, two];
      const writing = write(60);
      owner.signal('SIGSTOP');
      await reaches(other, await writing);
      owner.signal('SIGCONT');
      await reaches(owner, await write(20));
    }
    await reaches(two, await write(10));
    const saves = [one, two].flatMap(({ told }) => told.filter((each) => each.is === 'save'));
    expect(saves.length).toBeGreaterThan(3);
    expect(saves.filter(({ own }) => !own)).toEqual([]);
    expect(two.told.some(({ is }) => is === 'save')).toBe(true);
    expect(await bytesOf(views.store, G1)).toBe(await expected());
  });

  it('while it rebuilds: the next goes on from there, under live traffic, and the live one is equal', async () => {
    await write(400);
    const service = child('follow');
    await service.tells(({ is }) => is === 'ready');
    const killed = child('rebuild');
    await killed.tells((told) => told.is === 'batch' && told.events >= 160);
    await killed.kill();
    const [record] = await views.store.slices();
    expect(record).toMatchObject({ active: 1, building: 2 });
    const resumedAt = (await views.store.checkpoints([G2])).get(G2)?.commit ?? 0n;
    expect(resumedAt).toBeGreaterThan(0n);
    const writing = write(100);
    const next = child('rebuild');
    await next.tells((told) => told.is === 'outcome');
    expect(next.told.at(-1)).toEqual({ is: 'outcome', kind: 'switched' });
    await writing;
    await reaches(service, await write(5));
    const once = await expected();
    expect(await bytesOf(views.store, G2)).toBe(once);
    const operations = projectionOperations({
      store,
      views: views.store,
      slices: folds,
      index: async () => undefined,
    });
    expect(await operations.rollback(SLICE)).toMatchObject({ kind: 'rolled-back', active: 1 });
  });
});
