import { BEHIND, type DiscardedEvent, type ParkedEvent } from '../view-store';
import type { Given } from './checkpoints.examples';

const BEYOND_DOUBLES = 2n ** 53n;

export const parkingExamples = ({ views, slice }: Given): void => {
  const parked = (stream: string, revision: bigint, reason = 'unknown-type'): ParkedEvent => ({
    ...{ generation: slice(), stream, revision, reason },
    ...{ eventId: 'e', type: 'vanished' },
  });

  describe('parked events', () => {
    it('name their streams, each with its first revision, by generation', async () => {
      expect((await views().parkedStreams(slice())).size).toBe(0);
      for (const event of [parked('one', 10n), parked('one', 9n), parked('two', BEYOND_DOUBLES + 1n)])
        await views().park(event);
      const streams = await views().parkedStreams(slice());
      expect(Object.fromEntries(streams)).toEqual({ one: 9n, two: BEYOND_DOUBLES + 1n });
      expect((await views().parkedStreams(`${slice()}-other`)).size).toBe(0);
      expect(await views().countParked(slice())).toBe(3);
      expect(await views().countParked(`${slice()}-other`)).toBe(0);
    });

    it('keep their first reason, unless they only were behind another', async () => {
      await views().park(parked('one', 3n));
      await views().park(parked('one', 3n, 'another-reason'));
      await views().park(parked('one', 4n, BEHIND));
      expect((await views().parked(slice(), { limit: 9 })).rows.map(({ reason }) => reason)).toEqual([
        'unknown-type',
        BEHIND,
      ]);
      await views().park(parked('one', 4n, 'poison-too'));
      await views().park(parked('one', 3n, BEHIND));
      expect((await views().parked(slice(), { limit: 9 })).rows).toEqual([
        parked('one', 3n),
        parked('one', 4n, 'poison-too'),
      ]);
    });

    it('are told by page, in the order of stream and revision', async () => {
      const all = [parked('one', 2n), parked('one', 10n), parked('two', 1n)];
      for (const event of [...all].reverse()) await views().park(event);
      const first = await views().parked(slice(), { limit: 2 });
      expect(first.rows).toEqual(all.slice(0, 2));
      const second = await views().parked(slice(), { limit: 2, after: first.next ?? 'nothing' });
      expect(second).toEqual({ rows: all.slice(2) });
      expect(await views().parked(slice(), { limit: 2, stream: 'one' })).toEqual({ rows: all.slice(0, 2) });
      expect((await views().parked(slice(), { limit: 2, stream: 'on' })).rows).toEqual([]);
    });

    it('are let go by stream, one by one, or with their generation', async () => {
      for (const event of [parked('one', 1n), parked('one', 2n), parked('two', 1n)])
        await views().park(event);
      await views().unpark(slice(), 'one', 1n);
      expect(await views().parkedStreams(slice())).toEqual(
        new Map([
          ['one', 2n],
          ['two', 1n],
        ]),
      );
      await views().unpark(slice(), 'one');
      expect(await views().parkedStreams(slice())).toEqual(new Map([['two', 1n]]));
      await views().drop(slice());
      expect(await views().countParked(slice())).toBe(0);
    });
  });

  describe('discarded events', () => {
    it('are kept by slice, with the first decision', async () => {
      const event: DiscardedEvent = {
        ...{ slice: slice(), stream: 'one', revision: BEYOND_DOUBLES + 1n },
        ...{ at: '2026-01-01T00:00:00.000Z', by: 'operator', reason: 'never-happened' },
      };
      expect(await views().discarded(slice())).toEqual([]);
      await views().discard(event);
      await views().discard({ ...event, reason: 'another' });
      expect(await views().discarded(slice())).toEqual([event]);
      expect(await views().discarded(`${slice()}-other`)).toEqual([]);
      await views().drop(slice());
      expect(await views().discarded(slice())).toHaveLength(1);
    });
  });
};
