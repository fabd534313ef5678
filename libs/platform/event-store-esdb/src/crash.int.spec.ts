import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, EventToAppend } from '@benkan/event-store';
import { startChild } from './child-server.examples';
import { esdbEventStore } from './esdb-event-store';

type Writer = {
  readonly stream: string;
  readonly acknowledged: string[];
  revision: bigint;
  /** Sent, and nobody knows whether it was written. */
  pending: readonly EventToAppend[];
};

const LIVES = 4;
const COMMITS_A_LIFE = 30;

const newWriter = (): Writer => ({
  stream: `crash-${randomUUID()}`,
  acknowledged: [],
  revision: -1n,
  pending: [],
});

const someEvents = (): EventToAppend[] =>
  Array.from({ length: 1 + Math.floor(Math.random() * 3) }, () => ({
    id: randomUUID(),
    type: 'written',
    data: { padding: 'x'.repeat(500) },
    metadata: {},
  }));

/** Appends until the outcome of one is not known; that one is sent again first in the next life. */
const writeUntilUnknown = async (store: EventStore, writer: Writer, onCommit: () => void): Promise<void> => {
  for (;;) {
    if (writer.pending.length === 0) writer.pending = someEvents();
    const expected = writer.revision < 0n ? 'no-stream' : writer.revision;
    const outcome = await store.append(writer.stream, expected, writer.pending);
    if (outcome.kind === 'unknown') return;
    if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
    writer.acknowledged.push(...writer.pending.map(({ id }) => id));
    writer.revision = outcome.revision;
    writer.pending = [];
    onCommit();
  }
};

describe('a server killed in the middle of its work', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benkan-crash-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('has every acknowledged append exactly once, however often it is killed', async () => {
    const writers = Array.from({ length: 8 }, newWriter);
    for (let life = 0; life < LIVES; life += 1) {
      const server = await startChild(folder);
      const store = esdbEventStore({ url: server.url, appendTimeoutMs: 10_000 });
      let commits = 0;
      let killed: Promise<void> | undefined;
      const onCommit = (): void => {
        commits += 1;
        if (commits === COMMITS_A_LIFE) killed = server.kill();
      };
      await Promise.all(writers.map((writer) => writeUntilUnknown(store, writer, onCommit)));
      await killed;
      await store.close();
    }

    const server = await startChild(folder);
    const store = esdbEventStore({ url: server.url });
    for (const writer of writers) {
      const found: string[] = [];
      for await (const { id } of store.read(writer.stream)) found.push(id);
      expect(found.slice(0, writer.acknowledged.length)).toEqual(writer.acknowledged);
      const rest = found.slice(writer.acknowledged.length);
      // all or nothing of the one append nobody had heard of
      expect([[], writer.pending.map(({ id }) => id)]).toContainEqual(rest);
    }
    await store.close();
    await server.kill();
  }, 120_000);
});
