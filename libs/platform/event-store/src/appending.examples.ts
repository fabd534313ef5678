import {
  type EventStore,
  type EventToAppend,
  type JsonObject,
  MAX_APPEND_BYTES,
  MAX_EVENT_BYTES,
} from './event-store';
import { all, committed, fact, facts, idsOf, isAfter, newStream } from './store.examples';

const unsayable = (value: unknown): EventToAppend => ({ ...fact(0), data: { value } as JsonObject });

export const appendingExamples = (store: () => EventStore): void => {
  describe('appending', () => {
    it('creates a stream and answers with its last revision', async () => {
      const outcome = await store().append(newStream(), 'no-stream', facts(3));
      expect(outcome).toMatchObject({ kind: 'committed', revision: 2n });
    });

    it('continues at the exact revision, at a later position', async () => {
      const stream = newStream();
      const first = committed(await store().append(stream, 'no-stream', facts(2)));
      const second = committed(await store().append(stream, 1n, facts(1)));
      expect(second.revision).toBe(2n);
      expect(isAfter(second.position, first.position)).toBe(true);
    });

    it('answers with a position that none of its events is beyond', async () => {
      const stream = newStream();
      const { position } = committed(await store().append(stream, 'no-stream', facts(3)));
      const beyond = (await all(store().read(stream))).filter((event) => isAfter(event.position, position));
      expect(beyond).toEqual([]);
    });

    it.each([
      ['no stream', 'no-stream' as const],
      ['an older revision', 0n],
      ['a revision not yet reached', 9n],
    ])('conflicts when the stream is expected to be at %s', async (_name, expected) => {
      const stream = newStream();
      await store().append(stream, 'no-stream', facts(2));
      expect(await store().append(stream, expected, facts(2))).toEqual({ kind: 'conflict' });
      expect(await all(store().read(stream))).toHaveLength(2);
    });

    it('conflicts when a missing stream is expected to exist', async () => {
      expect(await store().append(newStream(), 0n, facts(1))).toEqual({ kind: 'conflict' });
    });

    it('lets one of many writers at the same revision through', async () => {
      const stream = newStream();
      await store().append(stream, 'no-stream', facts(1));
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, n) => store().append(stream, 0n, [fact(n)])),
      );
      expect(outcomes.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'conflict')).toHaveLength(19);
      expect(await all(store().read(stream))).toHaveLength(2);
    });
  });

  describe('appending again', () => {
    it.each([
      ['creation', 'no-stream' as const, 0],
      ['later append', 1n, 2],
    ])('answers a repeated %s as the first time, at any age', async (_name, expected, prelude) => {
      const stream = newStream();
      if (prelude > 0) await store().append(stream, 'no-stream', facts(prelude));
      const events = facts(3);
      const first = await store().append(stream, expected, events);
      for (let n = 0; n < 5; n += 1)
        await store().append(stream, committed(first).revision + BigInt(n), [fact(n)]);
      expect(await store().append(stream, expected, events)).toEqual(first);
      expect(await all(store().read(stream))).toHaveLength(prelude + 8);
    });

    it('writes once when the same append is sent many times at once', async () => {
      const stream = newStream();
      const events = facts(2);
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => store().append(stream, 'no-stream', events)),
      );
      expect(new Set(outcomes.map((outcome) => committed(outcome).position.commit)).size).toBe(1);
      expect(idsOf(await all(store().read(stream)))).toEqual(idsOf(events));
    });

    it('conflicts when only the first of the events was written', async () => {
      const stream = newStream();
      const events = facts(3);
      await store().append(stream, 'no-stream', events);
      expect(await store().append(stream, 'no-stream', [...events.slice(0, 1), fact(9)])).toEqual({
        kind: 'conflict',
      });
    });

    it('conflicts when the events run past the end of the stream', async () => {
      const stream = newStream();
      const events = facts(2);
      await store().append(stream, 'no-stream', events);
      expect(await store().append(stream, 'no-stream', [...events, fact(9)])).toEqual({ kind: 'conflict' });
    });

    it('does not look at ids when the stream is at the expected revision', async () => {
      const stream = newStream();
      const events = facts(1);
      await store().append(stream, 'no-stream', events);
      expect(await store().append(stream, 0n, events)).toMatchObject({ kind: 'committed', revision: 1n });
    });
  });

  describe('refusing to append', () => {
    it('refuses nothing', async () => {
      expect(await store().append(newStream(), 'no-stream', [])).toMatchObject({ code: 'nothing-to-append' });
    });

    it('takes an event of the largest size and refuses one that is larger', async () => {
      const empty = JSON.stringify({ n: 1, padding: '' }).length + JSON.stringify({ by: 'example' }).length;
      const padding = 'x'.repeat(MAX_EVENT_BYTES - empty);
      expect(await store().append(newStream(), 'no-stream', [fact(1, padding)])).toMatchObject({
        kind: 'committed',
      });
      expect(await store().append(newStream(), 'no-stream', [fact(1, `${padding}x`)])).toMatchObject({
        kind: 'refused',
        code: 'event-too-large',
      });
    });

    it('counts bytes, not characters', async () => {
      const few = 'é'.repeat(MAX_EVENT_BYTES / 2);
      expect(await store().append(newStream(), 'no-stream', [fact(1, few)])).toMatchObject({
        kind: 'refused',
        code: 'event-too-large',
      });
      const padding = 'é'.repeat(MAX_EVENT_BYTES / 2 - 512);
      const events = Array.from({ length: MAX_APPEND_BYTES / MAX_EVENT_BYTES + 1 }, () => fact(1, padding));
      expect(await store().append(newStream(), 'no-stream', events)).toMatchObject({
        kind: 'refused',
        code: 'append-too-large',
      });
    });

    it('refuses an append larger than the limit', async () => {
      const padding = 'x'.repeat(MAX_EVENT_BYTES - 1024);
      const events = Array.from({ length: MAX_APPEND_BYTES / MAX_EVENT_BYTES + 1 }, () => fact(1, padding));
      expect(await store().append(newStream(), 'no-stream', events)).toMatchObject({
        kind: 'refused',
        code: 'append-too-large',
      });
    });

    const cycle: Record<string, unknown> = {};
    cycle['again'] = cycle;
    it.each([
      ['a bigint', 1n],
      ['a cycle', cycle],
      ['not a number', NaN],
      ['an infinity', Infinity],
      ['a function', () => 1],
    ])('refuses %s', async (_name, value) => {
      const stream = newStream();
      const outcome = await store().append(stream, 'no-stream', [fact(1), unsayable(value)]);
      expect(outcome).toMatchObject({ kind: 'refused', code: 'not-serialisable' });
      expect(await all(store().read(stream))).toEqual([]);
    });

    it('refuses an id that is not a UUID', async () => {
      const outcome = await store().append(newStream(), 'no-stream', [{ ...fact(1), id: 'one' }]);
      expect(outcome).toMatchObject({ kind: 'refused', code: 'not-serialisable' });
    });
  });
};
