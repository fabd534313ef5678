import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb';
import { status } from '@grpc/grpc-js';
import type { EventToAppend, JsonObject } from '@benkan/event-store';
import { closedAfterEach, fact, failure, newStream, type WriteCall, yes } from './misbehaving.examples';

const { keep, open, serve } = closedAfterEach();

const answering = (call: WriteCall): void => {
  call.on('data', (request: BatchAppendReq) => call.write(yes(request)));
};
/** The first call as told, later ones answered well. */
const firstCall = (behave: (call: WriteCall) => void) => {
  let calls = 0;
  return (call: WriteCall): void => {
    calls += 1;
    if (calls === 1) behave(call);
    else answering(call);
  };
};
const rawClient = (url: string) => {
  const client = EventStoreDBClient.connectionString(url);
  keep({ close: () => client.dispose() });
  return client;
};

describe('trap 1: an error of one client rejects the appends of every client', () => {
  it('leaves an append alone that waits on another server', async () => {
    const held: (() => void)[] = [];
    const slow = await serve({
      batchAppend: (call) => {
        call.on('data', (request: BatchAppendReq) => held.push(() => call.write(yes(request))));
      },
    });
    const broken = await serve({
      batchAppend: (call) =>
        void call.once('data', () => call.emit('error', failure(status.INTERNAL, 'broken'))),
    });
    const waits = () => new Promise<void>((resolve) => void setImmediate(resolve));
    const ours = open(slow.url).append(newStream(), 'no-stream', [fact()]);
    const theirs = rawClient(slow.url).appendToStream(newStream(), jsonEvent({ type: 'happened', data: {} }));
    const outcome = theirs.catch((error: Error) => error.message);
    while (held.length < 2) await waits();

    const failed = rawClient(broken.url).appendToStream(
      newStream(),
      jsonEvent({ type: 'happened', data: {} }),
    );
    await expect(failed).rejects.toThrow('broken');
    // so the trap is there: the client's own append, to a server that is well, is rejected with it
    expect(await outcome).toContain('broken');
    expect(await open(broken.url).append(newStream(), 'no-stream', [fact()])).toEqual({
      kind: 'unknown',
      detail: expect.stringContaining('broken') as string,
    });
    held[0]?.();
    expect(await ours).toMatchObject({ kind: 'committed' });
  });
});

describe('trap 3: a call that ends well without a reply', () => {
  it('leaves every append in flight unknown at once, and the next one goes over a new call', async () => {
    let asked = 0;
    const server = await serve({
      batchAppend: firstCall((call) => {
        call.on('data', () => {
          asked += 1;
          if (asked === 5) call.end();
        });
      }),
    });
    const store = open(server.url, { appendTimeoutMs: 20_000 });
    const began = performance.now();
    const sent = Array.from({ length: 5 }, () => store.append(newStream(), 'no-stream', [fact()]));
    expect(new Set((await Promise.all(sent)).map(({ kind }) => kind))).toEqual(new Set(['unknown']));
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await store.append(newStream(), 'no-stream', [fact()])).toMatchObject({ kind: 'committed' });
  });

  it('leaves an append unknown within its time when it alone is never answered', async () => {
    let first: BatchAppendReq | undefined;
    const server = await serve({
      batchAppend: (call) => {
        call.on('data', (request: BatchAppendReq) => {
          first ??= request;
          if (first !== request) call.write(yes(request, 7n));
        });
      },
    });
    const store = open(server.url, { appendTimeoutMs: 250 });
    const outcomes = [1, 2, 3].map(() => store.append(newStream(), 'no-stream', [fact()]));
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual([
      'unknown',
      'committed',
      'committed',
    ]);
    expect(await store.append(newStream(), 'no-stream', [fact()])).toMatchObject({ kind: 'committed' });
    // the call that owed an answer was not trusted with the next append
    expect(server.seen.batchAppend).toBe(2);
  });

  it('takes no notice of a reply that comes twice, late, or for nobody', async () => {
    const server = await serve({
      batchAppend: (call) => {
        call.on('data', (request: BatchAppendReq) => {
          const stray = yes(request);
          stray.clearCorrelationId();
          for (const reply of [stray, yes(request, 3n), yes(request, 4n)]) call.write(reply);
        });
      },
    });
    const store = open(server.url);
    for (let n = 0; n < 3; n += 1)
      expect(await store.append(newStream(), 'no-stream', [fact()])).toMatchObject({ revision: 3n });
  });
});

describe('trap 4: a payload that JSON refuses', () => {
  const cycle: Record<string, unknown> = {};
  cycle['again'] = cycle;
  const event = (data: unknown, more: Partial<EventToAppend> = {}): EventToAppend => ({
    ...fact(),
    data: data as JsonObject,
    ...more,
  });

  it.each<[string, EventToAppend]>([
    ['a bigint', event({ value: 1n })],
    ['a cycle', event(cycle)],
    ['a function', event({ value: () => 1 })],
    ['an invalid date', event({ value: { toJSON: () => new Date(NaN).toISOString() } })],
    ['nothing', event(undefined)],
    ['a list', event([])],
    ['a text', event('text')],
    ['metadata that JSON refuses', event({}, { metadata: { value: 1n } as unknown as JsonObject })],
    ['no type', event({}, { type: '' })],
  ])('is refused before it is sent: %s', async (_name, unsayable) => {
    const server = await serve({ batchAppend: answering });
    const store = open(server.url);
    const [good, bad] = await Promise.all([
      store.append(newStream(), 'no-stream', [fact()]),
      store.append(newStream(), 'no-stream', [fact(), unsayable]),
    ]);
    expect(bad).toMatchObject({ kind: 'refused', code: 'not-serialisable' });
    expect(good).toMatchObject({ kind: 'committed' });
  });

  it('is written as JSON says it: a date as its text, what is undefined not at all', async () => {
    const written: string[] = [];
    const server = await serve({
      batchAppend: (call) => {
        call.on('data', (request: BatchAppendReq) => {
          for (const message of request.getProposedMessagesList())
            written.push(Buffer.from(message.getData_asU8()).toString());
          call.write(yes(request));
        });
      },
    });
    const data = { on: new Date('2024-03-08T10:00:00Z'), none: undefined, at: 1 };
    await open(server.url).append(newStream(), 'no-stream', [event(data)]);
    expect(written).toEqual(['{"at":1,"on":"2024-03-08T10:00:00.000Z"}']);
  });
});

describe('traps 5 and 11: what an option of the connection changes', () => {
  it.each([
    [
      'throwOnAppendFailure=false',
      (port: number) => `esdb://127.0.0.1:${port}?tls=false&throwOnAppendFailure=false`,
    ],
    ['credentials', (port: number) => `esdb://admin:changeit@127.0.0.1:${port}?tls=false`],
    ['a short deadline', (port: number) => `esdb://127.0.0.1:${port}?tls=false&defaultDeadline=1`],
  ])('changes nothing of an append: %s', async (_name, urlOf) => {
    const server = await serve({
      batchAppend: (call) => {
        call.on('data', (request: BatchAppendReq) => void setImmediate(() => call.write(yes(request, 5n))));
      },
    });
    const store = open(urlOf(server.port));
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, () => store.append(`trap-${randomUUID()}`, 4n, [fact()])),
    );
    expect(outcomes.filter((one) => one.kind !== 'committed' || one.revision !== 5n)).toEqual([]);
    expect(server.seen).toEqual({ batchAppend: 1, append: 0 });
  });
});
