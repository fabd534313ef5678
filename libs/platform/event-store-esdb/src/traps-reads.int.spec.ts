import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { status } from '@grpc/grpc-js';
import type { EventStore, RecordedEvent, SubscriptionItem } from '@benkan/event-store';
import {
  all,
  closedAfterEach,
  eventMessage,
  fact,
  failure,
  newStream,
  type ReadCall,
} from './misbehaving.examples';

const { open, serve } = closedAfterEach();

const isSubscription = (call: ReadCall): boolean => call.request.getOptions()?.hasSubscription() ?? false;
const caughtUp = (): ReadResp => new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
const confirmed = (): ReadResp =>
  new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId('one'));
const checkpoint = (at: number): ReadResp =>
  new ReadResp().setCheckpoint(
    new ReadResp.Checkpoint().setCommitPosition(String(at)).setPreparePosition(String(at)),
  );
const following = (store: EventStore, signal = new AbortController().signal) =>
  store.subscribe({ signal })[Symbol.asyncIterator]();
const nextEvent = async (items: AsyncIterator<SubscriptionItem>): Promise<RecordedEvent> => {
  for (;;) {
    const { value, done } = await items.next();
    if (done) throw new Error('the subscription ended');
    if (value.kind === 'event') return value.event;
  }
};

describe('trap 6: an error on one call closes the whole channel', () => {
  it.each([status.UNAVAILABLE, status.CANCELLED])(
    'leaves a subscription alone that lives beside it: status %s',
    async (code) => {
      const subscriptions: ReadCall[] = [];
      const server = await serve({
        read: (call) => {
          if (!isSubscription(call)) return void call.emit('error', failure(code, 'away'));
          subscriptions.push(call);
          call.write(confirmed());
          return void call.write(eventMessage('s', 0));
        },
        batchAppend: (call) => void call.once('data', () => call.emit('error', failure(code, 'away'))),
      });
      const store = open(server.url);
      const items = following(store);
      expect((await nextEvent(items)).revision).toBe(0n);
      for (let n = 0; n < 3; n += 1) {
        await expect(all(store.read(newStream()))).rejects.toMatchObject({ code: 'unavailable' });
        expect(await store.append(newStream(), 'no-stream', [fact()])).toMatchObject({ kind: 'unknown' });
      }
      subscriptions[0]?.write(eventMessage('s', 1));
      expect((await nextEvent(items)).revision).toBe(1n);
      expect(subscriptions).toHaveLength(1);
    },
  );
});

describe('trap 7: a subscription that breaks says neither end nor close', () => {
  it.each([
    ['an error', (call: ReadCall) => void call.emit('error', failure(status.INTERNAL, 'broken'))],
    ['an end', (call: ReadCall) => void call.end()],
    ['the connection', (_call: ReadCall, drop: () => Promise<void>) => void drop()],
  ])('ends as unavailable after the events before it: %s', async (_name, breaking) => {
    let drop = async (): Promise<void> => undefined;
    const server = await serve({
      read: (call) => {
        call.write(confirmed());
        call.write(eventMessage('s', 0), () => breaking(call, () => drop()));
      },
    });
    drop = server.close;
    const items = following(open(server.url));
    expect((await nextEvent(items)).revision).toBe(0n);
    await expect(nextEvent(items)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('trap 8: checkpoints come as callbacks beside the events', () => {
  it('keep their place between the events, and nothing stalls after one', async () => {
    const server = await serve({
      read: (call) => {
        for (const message of [
          confirmed(),
          eventMessage('s', 0),
          checkpoint(5),
          eventMessage('s', 6),
          checkpoint(9),
          caughtUp(),
          eventMessage('s', 10),
        ])
          call.write(message);
      },
    });
    const items = following(open(server.url));
    const told: string[] = [];
    while (told.length < 6) {
      const { value } = await items.next();
      const { kind } = value as SubscriptionItem;
      told.push(kind === 'event' ? `event ${value.event.revision}` : kind);
    }
    expect(told).toEqual(['event 0', 'checkpoint', 'event 6', 'checkpoint', 'caught-up', 'event 10']);
  });
});

describe('trap 9: malformed stored JSON', () => {
  it.each([
    ['data', '{"torn', '{}'],
    ['metadata', '{}', '{"torn'],
    ['both', '', '\u0000'],
  ])('is read as what it is, and what comes after it too: %s', async (_name, data, metadata) => {
    const server = await serve({
      read: (call) => {
        for (const message of [eventMessage('s', 0, data, metadata), eventMessage('s', 1)])
          call.write(message);
        call.end();
      },
    });
    const found = await all(open(server.url).read('s'));
    expect(found.map(({ revision }) => revision)).toEqual([0n, 1n]);
    const isObject = (value: unknown) => typeof value === 'object' && !(value instanceof Uint8Array);
    expect([isObject(found[0]?.data), isObject(found[0]?.metadata)]).not.toEqual([true, true]);
    expect(found[1]).toMatchObject({ data: {}, metadata: {} });
  });
});

describe('trap 10: reads without a deadline', () => {
  it.each([
    ['at once', 0],
    ['after two events', 2],
  ])('end as unavailable when nothing comes any more: %s', async (_name, count) => {
    const server = await serve({
      read: (call) => {
        for (let n = 0; n < count; n += 1) call.write(eventMessage('s', n));
      },
    });
    const store = open(server.url, { readTimeoutMs: 1_000 });
    const seen: bigint[] = [];
    const reading = async (): Promise<void> => {
      for await (const { revision } of store.read('s')) seen.push(revision);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'unavailable' });
    expect(seen).toHaveLength(count);
    if (count === 0) await expect(store.head()).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('do not count the time of a reader that is slow itself', async () => {
    const server = await serve({
      read: (call) => {
        for (let n = 0; n < 2; n += 1) call.write(eventMessage('s', n));
        call.end();
      },
    });
    const store = open(server.url, { readTimeoutMs: 1_000 });
    let seen = 0;
    for await (const event of store.read('s')) {
      const until = performance.now() + 1_200;
      while (performance.now() < until) await new Promise<void>((resolve) => void setImmediate(resolve));
      seen += Number(event.revision >= 0n);
    }
    expect(seen).toBe(2);
  });
});
