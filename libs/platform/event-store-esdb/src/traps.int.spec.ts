import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, Position, RecordedEvent } from '@benkan/event-store';
import { type ChildServer, startChild } from './child-server.examples';
import { esdbEventStore } from './esdb-event-store';
import { all, fact, newStream } from './misbehaving.examples';

let folder: string;
let server: ChildServer;
const closing: (() => Promise<unknown>)[] = [];
const open = (
  url: string,
  options: { appendTimeoutMs?: number; readTimeoutMs?: number } = {},
): EventStore => {
  const store = esdbEventStore({ url, maxInFlightAppends: 300, maxInFlightBytes: 128 << 20, ...options });
  closing.push(() => store.close());
  return store;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benkan-traps-'));
  server = await startChild(folder);
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
  await server.kill();
  await rm(folder, { recursive: true });
});

// a rejection that nobody handles fails the example by itself
describe('a server that dies', () => {
  it('settles every one of 200 large appends in flight, and none is written twice', async () => {
    const store = open(server.url, { appendTimeoutMs: 20_000 });
    const appends = Array.from({ length: 200 }, () => ({
      stream: newStream(),
      events: [fact('x'.repeat(60_000)), fact('x'.repeat(60_000)), fact('x'.repeat(60_000))],
    }));
    const sent = appends.map(({ stream, events }) => store.append(stream, 'no-stream', events));
    await Promise.race(sent);
    const { port } = server;
    await server.kill();
    const kinds = (await Promise.all(sent)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'committed' && kind !== 'unknown')).toEqual([]);
    expect(kinds).toContain('unknown');

    server = await startChild(folder, port);
    const again = open(server.url, { appendTimeoutMs: 20_000 });
    for (const { stream, events } of appends) {
      expect(await again.append(stream, 'no-stream', events)).toMatchObject({
        kind: 'committed',
        revision: 2n,
      });
      expect(await all(again.read(stream))).toHaveLength(3);
    }
  }, 120_000);

  it('ends a subscription as unavailable, and the next one goes on after the last event seen', async () => {
    const store = open(server.url);
    const stream = newStream();
    await store.append(stream, 'no-stream', [fact(), fact()]);
    const seen: RecordedEvent[] = [];
    let from: Position | undefined;
    const follow = async (enough: number): Promise<void> => {
      const ending = new AbortController();
      for await (const item of store.subscribe({ signal: ending.signal, ...(from && { from }) })) {
        if (item.kind === 'event') {
          seen.push(item.event);
          from = item.event.position;
        }
        if (item.kind === 'caught-up' && seen.length === 2) void server.kill();
        if (seen.length === enough) ending.abort();
      }
    };
    await expect(follow(9)).rejects.toMatchObject({ code: 'unavailable' });

    server = await startChild(folder, server.port);
    await open(server.url).append(stream, 1n, [fact()]);
    await follow(3);
    expect(seen.map(({ revision }) => revision)).toEqual([0n, 1n, 2n]);
  }, 60_000);

  it('answers at once when nobody listens', async () => {
    const store = open(server.url);
    await server.kill();
    expect(await store.append(newStream(), 'no-stream', [fact()])).toMatchObject({ kind: 'unknown' });
    await expect(all(store.read(newStream()))).rejects.toMatchObject({ code: 'unavailable' });
    await expect(store.head()).rejects.toMatchObject({ code: 'unavailable' });
    const { signal } = new AbortController();
    await expect(all(store.subscribe({ signal }))).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('is used again by the same store once it is back', async () => {
    const store = open(server.url);
    const stream = newStream();
    const events = [fact()];
    await store.append(stream, 'no-stream', events);
    await server.kill();
    expect(await store.append(stream, 0n, [fact()])).toMatchObject({ kind: 'unknown' });
    server = await startChild(folder, server.port);
    expect(await store.append(stream, 'no-stream', events)).toMatchObject({
      kind: 'committed',
      revision: 0n,
    });
  });
});

describe('a server that hangs', () => {
  it('leaves the outcome unknown within the time allowed, and is used again when it wakes', async () => {
    const store = open(server.url, { appendTimeoutMs: 300, readTimeoutMs: 300 });
    const patient = open(server.url, { appendTimeoutMs: 20_000 });
    const stream = newStream();
    await patient.append(stream, 'no-stream', [fact()]);
    server.signal('SIGSTOP');
    const events = [fact()];
    expect(await store.append(stream, 0n, events)).toMatchObject({ kind: 'unknown' });
    await expect(all(store.read(stream))).rejects.toMatchObject({ code: 'unavailable' });
    server.signal('SIGCONT');
    expect(await patient.append(stream, 0n, events)).toMatchObject({ kind: 'committed', revision: 1n });
  });

  it('leaves the outcome unknown when the port is open and nothing ever answers', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
    closing.push(async () => {
      for (const socket of sockets) socket.destroy();
      silent.close();
    });
    const { port } = silent.address() as AddressInfo;
    const store = open(`esdb://127.0.0.1:${port}?tls=false`, { appendTimeoutMs: 200, readTimeoutMs: 200 });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => store.append(newStream(), 'no-stream', [fact()])),
    );
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['unknown']));
    await expect(all(store.read(newStream()))).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('a reader that leaves early', () => {
  it('does not hold up the closing of the store, whatever it left unread', async () => {
    const store = open(server.url);
    const stream = newStream();
    for (let n = -1n; n < 99n; n += 5n) {
      const events = Array.from({ length: 5 }, () => fact('x'.repeat(20_000)));
      await store.append(stream, n < 0n ? 'no-stream' : n, events);
    }
    for await (const { revision } of store.read(stream)) if (revision === 1n) break;
    const { signal } = new AbortController();
    for await (const item of store.subscribe({ signal })) if (item.kind === 'event') break;
    expect(await store.head()).toBeDefined();
    expect(await all(store.read(stream))).toHaveLength(100);
    await store.close();
  });
});

describe('a store that is closed', () => {
  it('settles its appends and ends its subscriptions', async () => {
    const store = open(server.url);
    const { signal } = new AbortController();
    const items = store.subscribe({ signal })[Symbol.asyncIterator]();
    await items.next();
    const next = items.next();
    const appends = Array.from({ length: 20 }, () => store.append(newStream(), 'no-stream', [fact()]));
    await store.close();
    await expect(next).rejects.toMatchObject({ code: 'unavailable' });
    for (const { kind } of await Promise.all(appends)) expect(['committed', 'unknown']).toContain(kind);
    expect(await store.append(newStream(), 'no-stream', [fact()])).toMatchObject({ kind: 'unknown' });
    await expect(all(store.read(newStream()))).rejects.toMatchObject({ code: 'unavailable' });
  });
});
