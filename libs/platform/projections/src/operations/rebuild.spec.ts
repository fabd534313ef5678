import type { EventStore } from '@benkan/event-store';
import { inMemoryViews, type InMemoryViews } from '../in-memory';
import { instance, until } from '../instances.examples';
import { both, folded, ledgers, newAccount, notebook, noted, read } from '../ledger.examples';
import type { Projection } from '../projection';
import type { RebuildProgress } from '.';
import { bytesOf, COUNTS, held, LEDGERS, operator } from './operating.examples';

const LONG = 10_000;
const [G1, G2, G3] = [`${LEDGERS}__g1`, `${LEDGERS}__g2`, `${LEDGERS}__g3`] as const;

/** Some history over several streams and accounts. */
const book = async (events: number) => {
  const { store, write } = notebook();
  const views = inMemoryViews();
  const streams = [newAccount(), newAccount(), newAccount()] as const;
  const more = async (from: number, to: number): Promise<bigint> => {
    let end = -1n;
    for (let n = from; n < to; n += 1) end = await write(streams[n % 3] ?? streams[0], noted(`k${n % 7}`, n));
    return end;
  };
  await more(0, events);
  await folded(store, views);
  return { store, write, views, streams, more };
};

const recordOf = async (views: InMemoryViews) =>
  (await views.slices()).find(({ slice }) => slice === LEDGERS);

describe('a rebuild', () => {
  it('makes the same documents, switches, and keeps the generation before', async () => {
    const { store, views } = await book(50);
    const indexed: string[][] = [];
    const index = async (...given: string[]) => void indexed.push(given);
    const outcome = await operator(store, views, { index, batchSize: 7 }).rebuild(LEDGERS);
    expect(outcome).toMatchObject({
      ...{ kind: 'switched', generation: 2, previous: 1, events: 50 },
      comparison: { same: true, differing: 0, live: { documents: 7 }, rebuilt: { documents: 7 } },
    });
    expect(await bytesOf(views, G2)).toBe(await bytesOf(views, G1));
    expect(indexed).toEqual([[LEDGERS, G2]]);
    expect(await recordOf(views)).toMatchObject({ active: 2, previous: 1, building: null, owner: null });
    expect(await views.checkpoints([G2])).toEqual(new Map([[G2, { commit: 50n, prepare: 50n }]]));
  });

  it.each([
    [1, 1],
    [3, 2],
    [7, 3],
    [50, 5],
  ])('with %s events a batch and %s documents in memory makes the same', async (batchSize, cacheSize) => {
    const { store, views } = await book(80);
    const loads = jest.spyOn(views, 'load');
    const outcome = await operator(store, views, { batchSize, cacheSize }).rebuild(LEDGERS);
    expect(outcome).toMatchObject({ kind: 'switched', comparison: { same: true } });
    // a batch that holds every document finds them in the one being written
    expect(loads.mock.calls.length > 0).toBe(batchSize < 7);
  });

  it('that holds everything in memory reads none of it back', async () => {
    const { store, views } = await book(80);
    const loads = jest.spyOn(views, 'load');
    await operator(store, views, { batchSize: 10 }).rebuild(LEDGERS);
    expect(loads).not.toHaveBeenCalled();
  });

  it('under live traffic ends equal to the live one, and the service goes on in the new one', async () => {
    const { store, views, more } = await book(40);
    const service = await instance(store, views, 'service');
    let n = 40;
    let busy = true;
    const writing = (async () => {
      while (busy) await more(n, (n += 1)).then(() => new Promise(setImmediate));
    })();
    const outcome = await operator(store, views, { batchSize: 5 }).rebuild(LEDGERS);
    expect(outcome).toMatchObject({ kind: 'switched', comparison: { same: true } });
    busy = false;
    await writing;
    const end = await more(n, n + 3);
    expect(await service.waitFor(end, LONG)).toBe(true);
    await service.stop();
    const once = inMemoryViews();
    await folded(store, once);
    expect(await bytesOf(views, G2)).toBe(await bytesOf(once, G1));
    expect(await bytesOf(views, `${COUNTS}__g1`)).toBe(await bytesOf(once, `${COUNTS}__g1`));
    expect((await views.checkpoints([G1])).get(G1)?.commit).toBeLessThan(end);
  });

  it('with nobody following brings the old generation along first', async () => {
    const { store, views, more } = await book(20);
    await more(20, 30);
    const outcome = await operator(store, views).rebuild(LEDGERS);
    expect(outcome).toMatchObject({
      kind: 'switched',
      comparison: { same: true },
      position: { commit: 30n },
    });
    expect(await bytesOf(views, G1)).toBe(await bytesOf(views, G2));
  });

  it('of an empty history switches to an empty generation', async () => {
    const views = inMemoryViews();
    await views.createSlice(LEDGERS);
    const outcome = await operator(notebook().store, views).rebuild(LEDGERS);
    expect(outcome).toMatchObject({ kind: 'switched', events: 0, position: undefined });
  });

  it('that was ended in the middle goes on from there', async () => {
    const { store, views } = await book(200);
    const ending = new AbortController();
    const onProgress = ({ events }: RebuildProgress) => (events >= 120 ? ending.abort() : undefined);
    const first = await operator(store, views, { batchSize: 10, signal: ending.signal }).rebuild(LEDGERS, {
      onProgress,
    });
    expect(first).toEqual({ kind: 'interrupted' });
    expect(await recordOf(views)).toMatchObject({ active: 1, building: 2 });
    const seen: bigint[] = [];
    const watched: EventStore = {
      ...store,
      subscribe: (options) => (seen.push(options.from?.commit ?? 0n), store.subscribe(options)),
    };
    const outcome = await operator(watched, views, { batchSize: 10 }).rebuild(LEDGERS);
    expect(outcome).toMatchObject({ kind: 'switched', generation: 2, comparison: { same: true } });
    expect(seen[0]).toBeGreaterThanOrEqual(50n);
  });

  it('killed between documents and checkpoint goes on and makes the same', async () => {
    const { store, views } = await book(200);
    let left = 4;
    const dying: InMemoryViews = {
      ...views,
      saveCheckpoint: async (...given) => {
        if (left-- > 0) return views.saveCheckpoint(...given);
        throw new Error('killed');
      },
    };
    await expect(operator(store, dying, { batchSize: 5 }).rebuild(LEDGERS)).rejects.toThrow('killed');
    const outcome = await operator(store, views, { batchSize: 6, cacheSize: 2 }).rebuild(LEDGERS);
    expect(outcome).toMatchObject({ kind: 'switched', comparison: { same: true } });
  });

  it('is refused its checkpoint once another has begun to build the same', async () => {
    const { store, views } = await book(60);
    let begun = false;
    const overtaken: InMemoryViews = {
      ...views,
      save: async (collection, documents) => {
        if (!begun && collection === G2) {
          begun = true;
          await views.claim(G2, (await views.claimedBy(G2)) + 1);
        }
        return views.save(collection, documents);
      },
    };
    expect(await operator(store, overtaken, { batchSize: 5 }).rebuild(LEDGERS)).toEqual({
      kind: 'interrupted',
    });
    expect(await recordOf(views)).toMatchObject({ active: 1, building: 2 });
    expect(await operator(store, views).rebuild(LEDGERS)).toMatchObject({ kind: 'switched' });
  });

  it('tells a difference and does not switch, unless it is told to', async () => {
    const { store, views } = await book(30);
    const [spoilt] = [...(await views.load(G1, ['k3'])).values()];
    if (spoilt === undefined) throw new Error('no document');
    await views.overwrite(G1, [{ ...spoilt, view: { notes: ['spoilt'] } }]);
    await views.overwrite(G1, [{ ...spoilt, key: 'nobody' }]);
    const operations = operator(store, views);
    const outcome = await operations.rebuild(LEDGERS);
    expect(outcome).toMatchObject({
      ...{ kind: 'differs', generation: 2 },
      comparison: { same: false, differing: 2, examples: ['k3', 'nobody'] },
    });
    expect(await recordOf(views)).toMatchObject({ active: 1, building: 2, owner: null });
    expect(await operations.rebuild(LEDGERS, { force: true })).toMatchObject({
      ...{ kind: 'switched', generation: 2, comparison: { same: false, differing: 2 } },
    });
    expect(await recordOf(views)).toMatchObject({ active: 2, previous: 1 });
  });

  it('fails at a poison event, naming it, and goes on once it was discarded', async () => {
    const { store, write, views, streams } = await book(30);
    await write(streams[1], noted('k1', 99, { type: 'vanished' }), noted('k1', 100));
    await folded(store, views);
    const operations = operator(store, views, { batchSize: 4 });
    const poison = {
      kind: 'poison',
      stream: streams[1],
      revision: 10n,
      type: 'vanished',
      reason: 'unknown-type',
    };
    expect(await operations.rebuild(LEDGERS)).toEqual(poison);
    expect(await recordOf(views)).toMatchObject({ active: 1, building: 2 });
    await operations.discard(LEDGERS, {
      stream: streams[1],
      revision: 10n,
      by: 'operator',
      reason: 'unreadable',
    });
    expect(await operations.rebuild(LEDGERS)).toMatchObject({ kind: 'switched', comparison: { same: true } });
    expect(await held(views, G2)).toMatchObject({ k1: { notes: expect.arrayContaining([100]) as object } });
    expect(await views.countParked(G2)).toBe(0);
  });

  it('begins anew when it is told to: the program was mended meanwhile', async () => {
    const { store, views } = await book(30);
    const wrong: Projection = { ...(ledgers as unknown as Projection), evolve: () => ({ wrong: true }) };
    const slices = { projections: [wrong], read, aggregates: ['account'] };
    expect(await operator(store, views, { slices }).rebuild(LEDGERS)).toMatchObject({
      kind: 'differs',
      generation: 2,
    });
    expect(await operator(store, views).rebuild(LEDGERS)).toMatchObject({ kind: 'differs', generation: 2 });
    expect(await operator(store, views).rebuild(LEDGERS, { fresh: true })).toMatchObject({
      ...{ kind: 'switched', generation: 3, comparison: { same: true } },
    });
    expect(await held(views, G2)).toEqual({});
  });

  it('drops what is older than the generation a rollback goes to', async () => {
    const { store, views } = await book(10);
    const operations = operator(store, views);
    for (const generation of [2, 3, 4])
      expect(await operations.rebuild(LEDGERS)).toMatchObject({ kind: 'switched', generation });
    expect([await held(views, G1), Object.keys(await held(views, G3)).length]).toEqual([{}, 7]);
    expect(await operations.rebuild('other__v1')).toEqual({ kind: 'unknown-slice' });
  });
});

describe('a rollback', () => {
  it('folds no event that was discarded since', async () => {
    const { store, write, views, streams } = await book(20);
    const operations = operator(store, views);
    await operations.rebuild(LEDGERS);
    await write(streams[0], noted('k1', 98, { type: 'vanished' }), noted('k1', 99));
    await folded(store, views);
    const discarding = { stream: streams[0], revision: 7n, by: 'operator', reason: 'unreadable' };
    expect(await operations.discard(LEDGERS, discarding)).toMatchObject({ retried: { kind: 'retried' } });
    await operations.rollback(LEDGERS);
    await folded(store, views);
    expect(await views.countParked(G1)).toBe(0);
    expect(await bytesOf(views, G1)).toBe(await bytesOf(views, G2));
  });

  it('answers from the generation before, which goes on from where it was left; twice is undone', async () => {
    const { store, views, more } = await book(20);
    const operations = operator(store, views);
    expect(await operations.rollback(LEDGERS)).toEqual({ kind: 'nothing-to-roll-back-to' });
    await operations.rebuild(LEDGERS);
    const service = await instance(store, views, 'service');
    await service.waitFor(await more(20, 30), LONG);
    expect(await operations.rollback(LEDGERS)).toEqual({ kind: 'rolled-back', active: 1, previous: 2 });
    const end = await more(30, 40);
    expect(await service.waitFor(end, LONG)).toBe(true);
    await until(async () => (await views.checkpoints([G1])).get(G1)?.commit === end);
    const once = inMemoryViews();
    await folded(store, once, { projections: both });
    expect(await bytesOf(views, G1)).toBe(await bytesOf(once, G1));
    expect(await bytesOf(views, G2)).not.toBe(await bytesOf(once, G1));
    expect(await operations.rollback(LEDGERS)).toEqual({ kind: 'rolled-back', active: 2, previous: 1 });
    expect(await service.waitFor(end, LONG)).toBe(true);
    await until(async () => (await views.checkpoints([G2])).get(G2)?.commit === end);
    expect(await bytesOf(views, G2)).toBe(await bytesOf(once, G1));
    await service.stop();
  });
});
