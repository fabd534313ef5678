import type { Position } from '@benkan/event-store';
import type { ParkedEvent, ViewDocument, ViewStore } from './projection';

export type OpenedViews = { readonly views: ViewStore; close(): Promise<void> };

const BEYOND_DOUBLES = 2n ** 53n;

const at = (commit: bigint): Position => ({ commit, prepare: commit });
const document = (key: string, position: bigint, view: object): ViewDocument => ({ key, position, view });

/** The behaviour every view store shares. `open` is called once; the examples use names of their own. */
export const viewStoreContract = (name: string, open: () => Promise<OpenedViews>): void => {
  describe(`view store contract: ${name}`, () => {
    let opened: OpenedViews;
    let example = 0;
    let slice: string;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());
    beforeEach(() => {
      slice = `example-${(example += 1)}__v1`;
    });

    const loaded = async (...keys: string[]) => Object.fromEntries(await opened.views.load(slice, keys));

    describe('documents', () => {
      it('are found by key, those that are there', async () => {
        const view = { name: 'bɛnkan', deep: { list: [1, { a: null }], yes: true }, ratio: 0.25 };
        await opened.views.save(slice, [document('a', 3n, view), document('b', 4n, { n: 2 })]);
        expect(await loaded('a', 'b', 'c')).toEqual({
          a: document('a', 3n, view),
          b: document('b', 4n, { n: 2 }),
        });
        expect(await loaded('c')).toEqual({});
        expect(await loaded()).toEqual({});
      });

      it('are replaced as a whole', async () => {
        await opened.views.save(slice, [document('a', 3n, { before: 1, kept: 1 })]);
        await opened.views.save(slice, [document('a', 4n, { kept: 2 })]);
        expect(await loaded('a')).toEqual({ a: document('a', 4n, { kept: 2 }) });
      });

      it.each([
        ['an older', 8n],
        ['the same', 9n],
      ])('are not replaced from %s position, and the others of the batch are', async (_name, position) => {
        await opened.views.save(slice, [document('a', 9n, { n: 'newer' })]);
        await opened.views.save(slice, [
          document('b', position, { n: 'first' }),
          document('a', position, { n: 'older' }),
          document('c', position, { n: 'last' }),
        ]);
        expect(await loaded('a', 'b', 'c')).toEqual({
          a: document('a', 9n, { n: 'newer' }),
          b: document('b', position, { n: 'first' }),
          c: document('c', position, { n: 'last' }),
        });
      });

      it('tell positions apart that a double cannot', async () => {
        await opened.views.save(slice, [document('a', BEYOND_DOUBLES, { n: 1 })]);
        await opened.views.save(slice, [document('a', BEYOND_DOUBLES + 1n, { n: 2 })]);
        await opened.views.save(slice, [document('a', BEYOND_DOUBLES, { n: 3 })]);
        expect(await loaded('a')).toEqual({ a: document('a', BEYOND_DOUBLES + 1n, { n: 2 }) });
      });

      it('of one collection are not those of another', async () => {
        await opened.views.save(slice, [document('a', 1n, {})]);
        expect((await opened.views.load(`${slice}-other`, ['a'])).size).toBe(0);
      });

      it('come in any number', async () => {
        const many = Array.from({ length: 1_201 }, (_, n) => document(`k${n}`, BigInt(n), { n }));
        await opened.views.save(slice, many);
        await opened.views.save(slice, many);
        expect([
          ...(
            await opened.views.load(
              slice,
              many.map(({ key }) => key),
            )
          ).values(),
        ]).toHaveLength(1_201);
      });

      it('end at the newest, whoever saves first', async () => {
        const versions = Array.from({ length: 12 }, (_, n) => document('a', BigInt(n), { n }));
        await Promise.all([...versions].reverse().map((version) => opened.views.save(slice, [version])));
        expect(await loaded('a')).toEqual({ a: document('a', 11n, { n: 11 }) });
      });
    });

    describe('checkpoints', () => {
      it('are absent at first, then keep commit and prepare', async () => {
        expect(await opened.views.checkpoint(slice)).toBeUndefined();
        await opened.views.saveCheckpoint(slice, { commit: 7n, prepare: 5n });
        expect(await opened.views.checkpoint(slice)).toEqual({ commit: 7n, prepare: 5n });
      });

      it('never move back', async () => {
        await opened.views.saveCheckpoint(slice, at(7n));
        await opened.views.saveCheckpoint(slice, at(6n));
        await opened.views.saveCheckpoint(slice, { commit: 7n, prepare: 1n });
        expect(await opened.views.checkpoint(slice)).toEqual(at(7n));
      });

      it('tell positions apart that a double cannot', async () => {
        await opened.views.saveCheckpoint(slice, at(BEYOND_DOUBLES));
        await opened.views.saveCheckpoint(slice, at(BEYOND_DOUBLES + 1n));
        expect(await opened.views.checkpoint(slice)).toEqual(at(BEYOND_DOUBLES + 1n));
      });

      it('are kept by slice', async () => {
        await opened.views.saveCheckpoint(slice, at(7n));
        expect(await opened.views.checkpoint(`${slice}-other`)).toBeUndefined();
      });
    });

    describe('parked streams', () => {
      const parked = (stream: string, revision: bigint, reason = 'unknown-type'): ParkedEvent => ({
        slice,
        stream,
        revision,
        eventId: 'e',
        type: 'vanished',
        reason,
      });

      it('are those with a parked event, each once, by slice', async () => {
        expect(await opened.views.parkedStreams(slice)).toEqual([]);
        await opened.views.park(parked('one', 3n));
        await opened.views.park(parked('one', 4n));
        await opened.views.park(parked('two', BEYOND_DOUBLES + 1n));
        expect([...(await opened.views.parkedStreams(slice))].sort()).toEqual(['one', 'two']);
        expect(await opened.views.parkedStreams(`${slice}-other`)).toEqual([]);
      });

      it('take the same event again without another word', async () => {
        await opened.views.park(parked('one', 3n));
        await opened.views.park(parked('one', 3n, 'another-reason'));
        expect(await opened.views.parkedStreams(slice)).toEqual(['one']);
      });
    });
  });
};
