import { randomInt, randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent, START, UnknownError } from '@eventstore/db-client';
import type { AppendOutcome, EventStore, EventToAppend } from '@benkan/event-store';
import { atLength } from '@benkan/testing';
import { type ChildServer, seenFromOutside, startChild, startOnSmallDisk } from './child-server.examples';
import { esdbEventStore } from './esdb-event-store';

type Writer = {
  readonly stream: string;
  readonly acknowledged: string[];
  revision: bigint;
  /** Sent, and nobody knows whether it was written. */
  pending: readonly EventToAppend[];
};

const LIVES = atLength({ ci: 40, soak: 200 });
const WRITERS = 8;
const MOST_COMMITS_A_LIFE = 60;

const newWriter = (): Writer => ({
  stream: `crash-${randomUUID()}`,
  acknowledged: [],
  revision: -1n,
  pending: [],
});

const someEvents = (): EventToAppend[] =>
  Array.from({ length: randomInt(1, 4) }, () => ({
    id: randomUUID(),
    type: 'written',
    data: { padding: 'x'.repeat(500) },
    metadata: {},
  }));

/** Appends until it is told to stop, or the outcome of one is not known; that one is sent again first in the next life. */
const write = async (store: EventStore, writer: Writer, goOn: () => boolean): Promise<void> => {
  while (goOn()) {
    if (writer.pending.length === 0) writer.pending = someEvents();
    const expected = writer.revision < 0n ? 'no-stream' : writer.revision;
    const outcome = await store.append(writer.stream, expected, writer.pending);
    if (outcome.kind === 'unknown') return;
    if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
    writer.acknowledged.push(...writer.pending.map(({ id }) => id));
    writer.revision = outcome.revision;
    writer.pending = [];
  }
};

type Death = {
  /** How many commits are heard of before the server is killed; 0: it is killed with the very first ones on their way. */
  readonly commits: number;
  /** Killed when nothing is on its way any more. */
  readonly idle: boolean;
};

const someDeath = (): Death => ({
  commits: randomInt(0, 4) === 0 ? randomInt(0, 3) : randomInt(0, MOST_COMMITS_A_LIFE),
  idle: randomInt(0, 5) === 0,
});

/** Everything in the log, in its order; its positions must rise. */
const allIds = async (client: EventStoreDBClient): Promise<Map<string, string[]>> => {
  const byStream = new Map<string, string[]>();
  let before = -1n;
  for await (const { event } of client.readAll({ fromPosition: START })) {
    if (!event) throw new Error('a read gave no event');
    expect(event.position.commit).toBeGreaterThan(before);
    before = event.position.commit;
    const ids = byStream.get(event.streamId) ?? [];
    byStream.set(event.streamId, ids);
    expect(event.revision).toBe(BigInt(ids.length));
    ids.push(event.id);
  }
  return byStream;
};

const expectNothingLostOrDoubled = (writer: Writer, found: readonly string[]): void => {
  expect(found.slice(0, writer.acknowledged.length)).toEqual(writer.acknowledged);
  // all or nothing of the one append nobody had heard of
  expect([[], writer.pending.map(({ id }) => id)]).toContainEqual(found.slice(writer.acknowledged.length));
};

describe('a server killed in the middle of its work', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benkan-crash-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const live = async (writers: readonly Writer[], { commits, idle }: Death): Promise<void> => {
    const server = await startChild(folder);
    const store = esdbEventStore({ url: server.url, appendTimeoutMs: 10_000 });
    const heard = (): number => writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    const enough = heard() + commits;
    let killed: Promise<void> | undefined;
    const goOn = (): boolean => {
      if (heard() < enough) return true;
      if (!idle && commits > 0) killed ??= server.kill();
      return killed !== undefined;
    };
    const writing = writers.map((writer) => write(store, writer, commits === 0 ? () => true : goOn));
    if (commits === 0) killed = server.kill();
    await Promise.all(writing);
    await (killed ?? server.kill());
    await store.close();
  };

  const check = async (writers: readonly Writer[]): Promise<void> => {
    const server = await startChild(folder);
    const client = EventStoreDBClient.connectionString(server.url);
    const store = esdbEventStore({ url: server.url });
    const inAll = await allIds(client);
    for (const writer of writers) {
      const found: string[] = [];
      for await (const { id } of store.read(writer.stream)) found.push(id);
      expectNothingLostOrDoubled(writer, found);
      expect(inAll.get(writer.stream) ?? []).toEqual(found);
    }
    expect(inAll.size).toBeLessThanOrEqual(writers.length);
    await store.close();
    await client.dispose();
    await server.kill();
  };

  it(
    'has every acknowledged append exactly once, in one order, however often it is killed',
    async () => {
      const writers = Array.from({ length: WRITERS }, newWriter);
      await live(writers, { commits: 0, idle: false });
      await check(writers);
      await live(writers, { commits: 1, idle: true });
      for (let life = 2; life < LIVES; life += 1) {
        await live(writers, someDeath());
        if (life % 10 === 0) await check(writers);
      }
      await check(writers);
    },
    LIVES * 10_000,
  );
});

describe('a disk that is full', () => {
  const DISK = 16 * 1024 * 1024;
  const LARGE = 40_000;
  const RESOURCE_EXHAUSTED = 8;
  let folder: string;
  let server: ChildServer;
  let store: EventStore;
  let client: EventStoreDBClient;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benkan-full-'));
    server = await startOnSmallDisk(folder, DISK);
    store = esdbEventStore({ url: server.url });
    client = EventStoreDBClient.connectionString(server.url);
  });
  afterAll(async () => {
    await store.close();
    await client.dispose();
    await server.kill();
    await rm(folder, { recursive: true });
  });

  const large = (): EventToAppend => ({
    id: randomUUID(),
    type: 'large',
    data: { padding: 'x'.repeat(LARGE) },
    metadata: {},
  });
  const idsOf = async (stream: string): Promise<string[]> => {
    const found: string[] = [];
    for await (const { id } of store.read(stream)) found.push(id);
    return found;
  };
  const appendUntilRefused = async (writer: Writer): Promise<AppendOutcome> => {
    for (;;) {
      writer.pending = [large()];
      const expected = writer.revision < 0n ? 'no-stream' : writer.revision;
      const outcome = await store.append(writer.stream, expected, writer.pending);
      if (outcome.kind !== 'committed') return outcome;
      writer.acknowledged.push(...writer.pending.map(({ id }) => id));
      writer.revision = outcome.revision;
    }
  };

  const followUntil = async (last: string): Promise<string[]> => {
    const followed: string[] = [];
    for await (const item of store.subscribe({ signal: new AbortController().signal })) {
      if (item.kind !== 'event') continue;
      followed.push(item.event.id);
      if (item.event.type === last) break;
    }
    return followed;
  };
  const credentials = { username: 'any', password: 'any' };
  const rawEvent = () => jsonEvent({ type: 'large', data: { padding: 'x'.repeat(LARGE) } });

  it('refuses what has no room, tears nothing, reads on, and takes writes again once there is room', async () => {
    const filler = seenFromOutside(server, join(folder, 'filler'));
    writeFileSync(filler, Buffer.alloc(DISK / 4));
    const writers = Array.from({ length: 4 }, newWriter);
    const following = followUntil('last');

    const refusals = await Promise.all(writers.map(appendUntilRefused));
    for (const refusal of refusals) expect(refusal).toMatchObject({ kind: 'refused', code: 'storage-full' });
    const filling = async (): Promise<never> => {
      for (;;) await client.appendToStream('raw', rawEvent(), { credentials });
    };
    await expect(filling()).rejects.toMatchObject({ code: RESOURCE_EXHAUSTED });
    await expect(client.appendToStream('raw', rawEvent())).rejects.toBeInstanceOf(UnknownError);
    for (const { stream, acknowledged } of writers) expect(await idsOf(stream)).toEqual(acknowledged);

    rmSync(filler);
    for (const { stream, revision, pending } of writers)
      expect(await store.append(stream, revision < 0n ? 'no-stream' : revision, pending)).toMatchObject({
        kind: 'committed',
        revision: revision + 1n,
      });
    await store.append('last', 'no-stream', [{ ...large(), type: 'last' }]);
    const inAll = await allIds(client);
    for (const { stream, acknowledged, pending } of writers) {
      const expected = [...acknowledged, ...pending.map(({ id }) => id)];
      expect(await idsOf(stream)).toEqual(expected);
      expect(inAll.get(stream)).toEqual(expected);
    }
    expect((await following).toSorted()).toEqual([...inAll.values()].flat().toSorted());
  }, 60_000);
});
