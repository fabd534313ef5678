import { inMemoryViews } from './in-memory';
import { leaseKeeper, type LeaseOptions } from './lease';
import type { SliceRecord } from './slice-record';

const SLICE = 'ledgers__v1';

/** Several keepers on one set of records, each with a clock of its own. */
const room = async () => {
  const views = inMemoryViews();
  await views.createSlice(SLICE);
  const record = async (): Promise<SliceRecord> => {
    const [found] = await views.slices();
    if (found === undefined) throw new Error('no record');
    return found;
  };
  const keeper = (owner: string, options: LeaseOptions = {}) => {
    const clock = { at: 0 };
    const made = leaseKeeper(views, {
      ...{ owner, ttlMs: 1_000, isGone: () => false, monotonic: () => clock.at, now: () => 5_000 },
      ...options,
    });
    return {
      ...made,
      clock,
      takes: async () => made.take(await record()),
      sees: async () => made.observe([await record()]),
    };
  };
  return { views, record, keeper };
};

describe('a lease', () => {
  it('is taken by one of two, with a new epoch', async () => {
    const { keeper, record } = await room();
    const [one, two] = [keeper('one'), keeper('two')];
    const free = await record();
    const taken = await Promise.all([one.take(free), two.take(free)]);
    expect(taken.map((lease) => lease?.epoch)).toEqual([1, undefined]);
    expect(taken[0]?.held()).toBe(true);
    expect(await record()).toMatchObject({ owner: 'one', epoch: 1, until: 6_000 });
    expect(await two.takes()).toBeUndefined();
  });

  it('is taken over only when its beat stood still for its whole time, whatever the wall clocks say', async () => {
    const { keeper } = await room();
    const [one, two] = [keeper('one'), keeper('two', { now: () => 9_000_000 })];
    await one.takes();
    for (two.clock.at = 0; two.clock.at <= 3_000; two.clock.at += 500) {
      expect(await two.takes()).toBeUndefined();
      await one.renew();
    }
    two.clock.at += 500;
    expect(await two.takes()).toBeUndefined();
    two.clock.at += 1_001;
    expect((await two.takes())?.epoch).toBe(2);
  });

  it('ends for its owner before it ends for anybody else', async () => {
    const { keeper } = await room();
    const one = keeper('one');
    const lease = await one.takes();
    one.clock.at = 799;
    expect(lease?.held()).toBe(true);
    one.clock.at = 800;
    expect(lease?.held()).toBe(false);
    await one.renew();
    expect(lease?.held()).toBe(false);
  });

  it('is counted from before its renewal was sent', async () => {
    const { keeper, views } = await room();
    const one = keeper('one');
    const lease = await one.takes();
    one.clock.at = 300;
    const changeSlices = views.changeSlices.bind(views);
    jest.spyOn(views, 'changeSlices').mockImplementation(async (...given) => {
      one.clock.at = 700;
      return changeSlices(...given);
    });
    expect(await one.renew()).toBe(true);
    one.clock.at = 1_099;
    expect(lease?.held()).toBe(true);
    one.clock.at = 1_101;
    expect(lease?.held()).toBe(false);
  });

  it('is lost to its owner as soon as it sees another epoch', async () => {
    const { keeper } = await room();
    const [one, two] = [keeper('one'), keeper('two')];
    const lease = await one.takes();
    await two.sees();
    two.clock.at = 1_001;
    expect((await two.takes())?.held()).toBe(true);
    expect(lease?.held()).toBe(true);
    await one.sees();
    expect(lease?.held()).toBe(false);
    expect(one.lease(SLICE)).toBeUndefined();
  });

  it('is not renewed once it is another’s, and that is told', async () => {
    const { keeper } = await room();
    const [one, two] = [keeper('one'), keeper('two')];
    await one.takes();
    await two.sees();
    two.clock.at = 1_001;
    await two.takes();
    expect(await one.renew()).toBe(false);
    expect(await two.renew()).toBe(true);
  });

  it('given up is free at once', async () => {
    const { keeper } = await room();
    const [one, two] = [keeper('one'), keeper('two')];
    await one.takes();
    await one.giveUp(SLICE);
    expect((await two.takes())?.epoch).toBe(2);
  });

  it('of a process known to be gone is free at once', async () => {
    const { keeper } = await room();
    const two = keeper('two', { isGone: (owner) => owner === 'one' });
    await keeper('one').takes();
    expect((await two.takes())?.epoch).toBe(2);
  });

  it('wanted by an operator is left to it, by everybody, for as long as a lease lasts', async () => {
    const { keeper, record, views } = await room();
    const [one, two, operator] = [keeper('one'), keeper('two'), keeper('operator')];
    await one.takes();
    const change = { slice: SLICE, expected: { epoch: 1 }, change: { wanted: 'operator' } };
    await views.changeSlices([change], { lasting: true });
    await one.giveUp(SLICE);
    expect(await two.takes()).toBeUndefined();
    expect((await operator.takes())?.epoch).toBe(2);
    expect(await record()).toMatchObject({ owner: 'operator', wanted: null });
    await operator.giveUp(SLICE);
    await views.changeSlices([{ ...change, expected: {} }], { lasting: true });
    expect(await two.takes()).toBeUndefined();
    two.clock.at += 1_001;
    expect((await two.takes())?.epoch).toBe(3);
  });

  it('handed over is the other’s with a new epoch, and fences the one who gave it', async () => {
    const { keeper, record } = await room();
    const [one, operator] = [keeper('one'), keeper('operator')];
    const lease = await one.takes();
    await one.giveUp(SLICE, 'operator');
    expect(lease?.held()).toBe(false);
    expect(await record()).toMatchObject({ owner: 'operator', epoch: 2, wanted: null });
    const accepted = operator.accept(await record());
    expect([accepted?.epoch, accepted?.held()]).toEqual([2, true]);
    expect(one.accept(await record())).toBeUndefined();
  });
});
