import type { EventStore, ReadOptions } from './event-store';
import { all, committed, fact, facts, idsOf, isAfter, newStream } from './store.examples';

export const readingExamples = (store: () => EventStore): void => {
  describe('reading', () => {
    const stream = newStream();
    const events = facts(7);
    beforeAll(async () => {
      await store().append(stream, 'no-stream', events.slice(0, 4));
      await store().append(stream, 3n, events.slice(4));
    });

    const revisions = async (options?: ReadOptions): Promise<number[]> =>
      (await all(store().read(stream, options))).map(({ revision }) => Number(revision));

    it('finds nothing in a stream that does not exist', async () => {
      expect(await all(store().read(newStream()))).toEqual([]);
      expect(await all(store().read(newStream(), { direction: 'backwards', limit: 1 }))).toEqual([]);
    });

    it('gives back what was appended, in order', async () => {
      const found = await all(store().read(stream));
      expect(found.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }))).toEqual(events);
      expect(found.map((event) => event.stream)).toEqual(events.map(() => stream));
    });

    it('tells when each was recorded and where it stands in the log', async () => {
      const found = await all(store().read(stream));
      for (const [index, event] of found.entries()) {
        const before = found[index - 1];
        expect(Math.abs(Date.now() - event.recordedAt.getTime())).toBeLessThan(60_000);
        if (before) expect(isAfter(event.position, before.position)).toBe(true);
      }
    });

    it.each<[string, ReadOptions, number[]]>([
      ['forwards', {}, [0, 1, 2, 3, 4, 5, 6]],
      ['forwards from a revision', { from: 4n }, [4, 5, 6]],
      ['forwards to a limit', { from: 2n, limit: 3 }, [2, 3, 4]],
      ['forwards from beyond the end', { from: 7n }, []],
      ['backwards', { direction: 'backwards' }, [6, 5, 4, 3, 2, 1, 0]],
      ['backwards from a revision', { direction: 'backwards', from: 2n }, [2, 1, 0]],
      ['backwards to a limit', { direction: 'backwards', limit: 2 }, [6, 5]],
      ['backwards from beyond the end', { direction: 'backwards', from: 99n, limit: 1 }, [6]],
    ])('reads %s', async (_name, options, expected) => {
      expect(await revisions(options)).toEqual(expected);
    });

    it('can be left early and read again', async () => {
      for await (const { id } of store().read(stream)) {
        expect(id).toBe(events[0]?.id);
        break;
      }
      expect(idsOf(await all(store().read(stream)))).toEqual(idsOf(events));
    });

    it('keeps the values of JSON', async () => {
      const values = newStream();
      const data = {
        text: 'bɛnkan – « é »',
        none: null,
        yes: true,
        list: [1, 2.5, -0.001],
        deep: { a: { b: [] } },
      };
      await store().append(values, 'no-stream', [{ ...fact(1), data }]);
      const [found] = await all(store().read(values));
      expect(found?.data).toEqual(data);
    });

    it('leaves out what was undefined, and is not changed from outside afterwards', async () => {
      const values = newStream();
      const list = [1];
      const event = { ...fact(1), data: { list, absent: undefined } };
      await store().append(values, 'no-stream', [event as unknown as ReturnType<typeof fact>]);
      list.push(2);
      const [found] = await all(store().read(values));
      expect(found?.data).toStrictEqual({ list: [1] });
    });
  });

  describe('head', () => {
    it('is the position of the newest event', async () => {
      const { position } = committed(await store().append(newStream(), 'no-stream', facts(2)));
      const head = await store().head();
      expect(head && !isAfter(position, head)).toBe(true);
    });
  });
};
