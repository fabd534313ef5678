import { randomInt, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventStore, EventToAppend } from '@benkan/event-store';
import { atLength } from '@benkan/testing';
import { startChild } from './child-server.examples';
import { esdbEventStore } from './esdb-event-store';
import { allIds, newWriter, type Writer } from './writers.examples';

const LIVES = atLength({ ci: 40, soak: 200 });
const WRITERS = 8;
const MOST_COMMITS_A_LIFE = 60;

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

const expectNothingLostOrDoubled = (writer: Writer, found: readonly string[]): void => {
  expect(found.slice(0, writer.acknowledged.length)).toEqual(writer.acknowledged);
  // all or nothing of the one append nobody had heard of
  expect([[], writer.pending.map(({ id }) => id)]).toContainEqual(found.slice(writer.acknowledged.length));
};

const live = async (folder: string, writers: readonly Writer[], { commits, idle }: Death): Promise<void> => {
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

const check = async (folder: string, writers: readonly Writer[]): Promise<void> => {
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

/** The first two deaths of every folder: before anything is known of, and when nothing is on its way. */
const FIRST: readonly Death[] = [
  { commits: 0, idle: false },
  { commits: 1, idle: true },
];

const liveOften = async (folder: string, lives: number): Promise<void> => {
  const writers = Array.from({ length: WRITERS }, newWriter);
  for (let life = 0; life < lives; life += 1) {
    await live(folder, writers, FIRST[life] ?? someDeath());
    if (life === 0 || life % 10 === 9) await check(folder, writers);
  }
  if (lives % 10 !== 0) await check(folder, writers);
};

describe('a server killed in the middle of its work', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benkan-crash-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it(
    'has every acknowledged append exactly once, in one order, however often it is killed',
    async () => {
      // two at a time: most of a life is spent waiting
      const folders = ['one', 'other'].map((name) => join(folder, name));
      await Promise.all(folders.map((each) => liveOften(each, LIVES / folders.length)));
    },
    LIVES * 10_000,
  );
});
