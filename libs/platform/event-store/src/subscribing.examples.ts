import type { EventStore, RecordedEvent, SubscriptionItem } from './event-store';
import {
  all,
  committed,
  eventsIn,
  fact,
  facts,
  followUntil,
  idsOf,
  isAfter,
  newStream,
} from './store.examples';

const isCaughtUp = (items: readonly SubscriptionItem[]): boolean => items.at(-1)?.kind === 'caught-up';

/** Several writers, each with a stream of its own, all at once. */
const writeAtOnce = async (store: EventStore, streams: readonly string[], appends: number): Promise<void> => {
  const writer = async (stream: string): Promise<void> => {
    let revision = -1n;
    for (let n = 0; n < appends; n += 1) {
      const outcome = await store.append(stream, revision < 0n ? 'no-stream' : revision, facts(1 + (n % 3)));
      revision = committed(outcome).revision;
    }
  };
  await Promise.all(streams.map(writer));
};

const expectOrdered = (events: readonly RecordedEvent[]): void => {
  const next = new Map<string, bigint>();
  for (const [index, { stream, revision, position }] of events.entries()) {
    expect(revision).toBe(next.get(stream) ?? 0n);
    next.set(stream, revision + 1n);
    const before = events[index - 1];
    if (before) expect(isAfter(position, before.position)).toBe(true);
  }
};

export const subscribingExamples = (store: () => EventStore): void => {
  describe('subscribing', () => {
    it('delivers from the start what is stored, then says that it has caught up', async () => {
      const stream = newStream();
      const events = facts(3);
      await store().append(stream, 'no-stream', events);
      const seen = await followUntil(store(), isCaughtUp);
      expect(idsOf(eventsIn(seen, [stream]))).toEqual(idsOf(events));
      expect(seen.filter(({ kind }) => kind === 'caught-up')).toHaveLength(1);
    });

    it('delivers an event as a read does', async () => {
      const stream = newStream();
      await store().append(stream, 'no-stream', facts(2));
      const seen = await followUntil(store(), isCaughtUp);
      expect(eventsIn(seen, [stream])).toEqual(await all(store().read(stream)));
    });

    it('resumes after a position, without the event that stands there', async () => {
      const stream = newStream();
      await store().append(stream, 'no-stream', facts(5));
      const third = (await all(store().read(stream)))[2];
      const seen = await followUntil(store(), isCaughtUp, third?.position);
      expect(eventsIn(seen, [stream]).map(({ revision }) => revision)).toEqual([3n, 4n]);
    });

    it('has nothing to deliver after the head', async () => {
      await store().append(newStream(), 'no-stream', facts(1));
      const seen = await followUntil(store(), isCaughtUp, await store().head());
      expect(seen.filter(({ kind }) => kind === 'event')).toEqual([]);
    });

    it('delivers what is appended after it caught up', async () => {
      const stream = newStream();
      const events = facts(2);
      const live: Promise<unknown>[] = [];
      const seen = await followUntil(store(), (items) => {
        if (isCaughtUp(items)) live.push(store().append(stream, 'no-stream', events));
        return eventsIn(items.slice(-1), [stream])[0]?.id === events[1]?.id;
      });
      await Promise.all(live);
      expect(idsOf(eventsIn(seen, [stream]))).toEqual(idsOf(events));
    });

    it('never goes back', async () => {
      const seen = await followUntil(store(), isCaughtUp);
      const positions = seen.flatMap((item) => {
        if (item.kind === 'event') return [item.event.position];
        return item.kind === 'checkpoint' ? [item.position] : [];
      });
      for (const [index, position] of positions.entries()) {
        const before = positions[index - 1];
        if (before) expect(isAfter(before, position)).toBe(false);
      }
    });

    it('misses nothing of writers that write at once', async () => {
      const streams = Array.from({ length: 6 }, newStream);
      const total = 6 * 39;
      const from = await store().head();
      const [live] = await Promise.all([
        followUntil(store(), (items) => eventsIn(items, streams).length === total, from),
        writeAtOnce(store(), streams, 20),
      ]);
      expectOrdered(eventsIn(live, streams));
      const later = await followUntil(store(), isCaughtUp, from);
      expect(idsOf(eventsIn(later, streams))).toEqual(idsOf(eventsIn(live, streams)));
    });
  });

  describe('ending a subscription', () => {
    it('ends at once when the signal has aborted already', async () => {
      expect(await all(store().subscribe({ signal: AbortSignal.abort() }))).toEqual([]);
    });

    it('ends while it waits for the next event', async () => {
      const ending = new AbortController();
      const items = store().subscribe({ signal: ending.signal })[Symbol.asyncIterator]();
      let item = await items.next();
      while (!item.done && item.value.kind !== 'caught-up') item = await items.next();
      const next = items.next();
      ending.abort();
      expect((await next).done).toBe(true);
    });

    it('ends when the reader leaves, and others go on', async () => {
      const stream = newStream();
      await store().append(stream, 'no-stream', [fact(1)]);
      const { signal } = new AbortController();
      for await (const item of store().subscribe({ signal })) {
        expect(item.kind).not.toBe('caught-up');
        break;
      }
      const seen = await followUntil(store(), isCaughtUp);
      expect(eventsIn(seen, [stream])).toHaveLength(1);
    });
  });
};
