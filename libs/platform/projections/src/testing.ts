import type { Position } from '@benkan/event-store';
import { checkpointExamples } from './contract/checkpoints.examples';
import { parkingExamples } from './contract/parking.examples';
import { sliceExamples } from './contract/slices.examples';
import type { ViewDocument, ViewStore } from './view-store';

export type OpenedViews = { readonly views: ViewStore; close(): Promise<void> };

const BEYOND_DOUBLES = 2n ** 53n;

const at = (commit: bigint, prepare = commit): Position => ({ commit, prepare });
const document = (key: string, position: bigint | Position, view: object): ViewDocument => ({
  key,
  position: typeof position === 'bigint' ? at(position) : position,
  view,
});

const collected = async (documents: AsyncIterable<ViewDocument>): Promise<readonly ViewDocument[]> => {
  const all: ViewDocument[] = [];
  for await (const each of documents) all.push(each);
  return all;
};

/** The behaviour every view store shares. `open` is called once; the examples use names of their own. */
export const viewStoreContract = (name: string, open: () => Promise<OpenedViews>): void => {
  describe(`view store contract: ${name}`, () => {
    let opened: OpenedViews;
    let example = 0;
    let slice: string;
    const run = Date.now().toString(36);
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());
    beforeEach(() => {
      slice = `example-${run}-${(example += 1)}__v1`;
    });
    afterEach(() => opened.views.drop(slice));

    const given = { views: () => opened.views, slice: () => slice };
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
        ['an older', at(8n)],
        ['the same', at(9n, 7n)],
        ['an earlier of the same commit', at(9n, 6n)],
      ])('are not replaced from %s position, and the others of the batch are', async (_name, position) => {
        const newer = document('a', at(9n, 7n), { n: 'newer' });
        await opened.views.save(slice, [newer]);
        await opened.views.save(slice, [
          document('b', position, { n: 'first' }),
          document('a', position, { n: 'older' }),
          document('c', position, { n: 'last' }),
        ]);
        expect(await loaded('a', 'b', 'c')).toEqual({
          a: newer,
          b: document('b', position, { n: 'first' }),
          c: document('c', position, { n: 'last' }),
        });
      });

      it('are replaced from a later place in the same commit', async () => {
        await opened.views.save(slice, [document('a', at(9n, 7n), { n: 1 })]);
        await opened.views.save(slice, [document('a', at(9n, 8n), { n: 2 })]);
        expect(await loaded('a')).toEqual({ a: document('a', at(9n, 8n), { n: 2 }) });
        await opened.views.save(slice, [document('a', at(10n, 1n), { n: 3 })]);
        expect(await loaded('a')).toEqual({ a: document('a', at(10n, 1n), { n: 3 }) });
      });

      it('tell positions apart that a double cannot', async () => {
        await opened.views.save(slice, [document('a', BEYOND_DOUBLES, { n: 1 })]);
        await opened.views.save(slice, [document('a', BEYOND_DOUBLES + 1n, { n: 2 })]);
        await opened.views.save(slice, [document('a', BEYOND_DOUBLES, { n: 3 })]);
        expect(await loaded('a')).toEqual({ a: document('a', BEYOND_DOUBLES + 1n, { n: 2 }) });
      });

      it('of one collection are not those of another, and go with it', async () => {
        await opened.views.save(slice, [document('a', 1n, {})]);
        expect((await opened.views.load(`${slice}-other`, ['a'])).size).toBe(0);
        await opened.views.drop(`${slice}-other`);
        expect((await opened.views.load(slice, ['a'])).size).toBe(1);
        await opened.views.drop(slice);
        expect((await opened.views.load(slice, ['a'])).size).toBe(0);
      });

      it('come in any number', async () => {
        const many = Array.from({ length: 2_201 }, (_, n) => document(`k${n}`, BigInt(n), { n }));
        await opened.views.save(slice, many);
        await opened.views.save(slice, many);
        const keys = many.map(({ key }) => key);
        expect([...(await opened.views.load(slice, keys)).values()]).toHaveLength(2_201);
        expect(await collected(opened.views.scan(slice))).toHaveLength(2_201);
      });

      it('end at the newest, whoever saves first', async () => {
        const versions = Array.from({ length: 12 }, (_, n) => document('a', BigInt(n), { n }));
        await Promise.all([...versions].reverse().map((version) => opened.views.save(slice, [version])));
        expect(await loaded('a')).toEqual({ a: document('a', 11n, { n: 11 }) });
      });

      it('are told one by one, in the order of the bytes of their keys', async () => {
        const keys = ['b', 'a', 'é', 'Z', '\u{1F600}', '\uFF5E', 'a:b'];
        await opened.views.save(
          slice,
          keys.map((key) => document(key, 1n, { key })),
        );
        const told = await collected(opened.views.scan(slice));
        expect(told.map(({ key }) => key)).toEqual(['Z', 'a', 'a:b', 'b', 'é', '\uFF5E', '\u{1F600}']);
        expect(told[1]).toEqual(document('a', 1n, { key: 'a' }));
        expect(await collected(opened.views.scan(`${slice}-other`))).toEqual([]);
      });

      it('are overwritten whatever position they had, when asked for', async () => {
        await opened.views.save(slice, [document('a', 9n, { n: 'before' })]);
        await opened.views.overwrite(slice, [document('a', 8n, { n: 'after' }), document('b', 2n, { n: 1 })]);
        expect(await loaded('a', 'b')).toEqual({
          a: document('a', 8n, { n: 'after' }),
          b: document('b', 2n, { n: 1 }),
        });
      });
    });

    checkpointExamples(given);
    parkingExamples(given);
    sliceExamples(given);
  });
};
