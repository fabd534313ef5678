import { inMemoryViews, type InMemoryViews } from './in-memory';
import { instance, until, type Instance } from './instances.examples';
import { contents, folded, newAccount, notebook, noted } from './ledger.examples';

const LONG = 10_000;

const strangersIn = (...all: readonly Instance[]) =>
  all.flatMap(({ written }) => written.filter(({ by, owner }) => by !== owner));

const ownersOf = async (views: InMemoryViews) => (await views.slices()).map(({ owner }) => owner);

/** What a process alone would have made of it. */
const expected = async ({ store }: Pick<ReturnType<typeof notebook>, 'store'>): Promise<string> => {
  const once = inMemoryViews();
  await folded(store, once);
  return contents(once);
};

describe('two instances of a service', () => {
  it('share out the slices: each is written by its owner only, and both answer up to date', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    const [one, two] = [await instance(store, views, 'one'), await instance(store, views, 'two')];
    for (let n = 0; n < 5; n += 1) {
      const end = await write(newAccount(), noted('a', n));
      expect(await Promise.all([one.waitFor(end, LONG), two.waitFor(end, LONG)])).toEqual([true, true]);
    }
    expect(await ownersOf(views)).toEqual(['one', 'one']);
    expect(two.written).toEqual([]);
    expect(strangersIn(one)).toEqual([]);
    expect(contents(views)).toBe(await expected({ store }));
    expect(two.lag()).toEqual([]);
    expect(one.lag().map(({ slice, events, seconds }) => [slice, events, seconds])).toEqual([
      ['ledgers__v1', 0, 0],
      ['counts__v3', 0, 0],
    ]);
    await Promise.all([one.stop(), two.stop()]);
  });

  it('both tell that they have reached an event of others, too', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    const [one, two] = [await instance(store, views, 'one'), await instance(store, views, 'two')];
    const end = await write('somebody', noted('a', 1));
    expect(await Promise.all([one.waitFor(end, LONG), two.waitFor(end, LONG)])).toEqual([true, true]);
    await Promise.all([one.stop(), two.stop()]);
  });

  it('are both caught up with what was stored before', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    const end = await write(newAccount(), noted('a', 1), noted('a', 2));
    const [one, two] = [await instance(store, views, 'one'), await instance(store, views, 'two')];
    await Promise.all([one.caughtUp, two.caughtUp]);
    expect([one.position(), two.position()]).toEqual([end, end]);
    await Promise.all([one.stop(), two.stop()]);
  });

  it('take over from one another at once when one is stopped', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    const stream = newAccount();
    const one = await instance(store, views, 'one', { lease: { owner: 'one', ttlMs: 3_600_000 } });
    const two = await instance(store, views, 'two', { lease: { owner: 'two', ttlMs: 3_600_000 } });
    await one.waitFor(await write(stream, noted('a', 1)), LONG);
    await one.stop();
    const end = await write(stream, noted('a', 2));
    expect(await two.waitFor(end, LONG)).toBe(true);
    expect(await ownersOf(views)).toEqual(['two', 'two']);
    expect(contents(views)).toBe(await expected({ store }));
    await two.stop();
  });

  it('take over from one that is paused past its time, which writes nothing when it goes on', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    const stream = newAccount();
    const [one, two] = [await instance(store, views, 'one'), await instance(store, views, 'two')];
    await one.waitFor(await write(stream, noted('a', 1)), LONG);
    one.hold();
    const end = await write(stream, noted('a', 2), noted('b', 3));
    expect(await two.waitFor(end, LONG)).toBe(true);
    const before = one.written.length;
    one.goOn();
    await until(() => one.troubles.length > 0);
    expect(await one.waitFor(end, LONG)).toBe(true);
    expect(one.written).toHaveLength(before);
    expect(strangersIn(one, two)).toEqual([]);
    expect(contents(views)).toBe(await expected({ store }));
    await Promise.all([one.stop(), two.stop()]);
  });

  it('never both write, whoever is held up, and lose nothing', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    const streams = [newAccount(), newAccount(), newAccount()] as const;
    const all = [await instance(store, views, 'one'), await instance(store, views, 'two')] as const;
    let end = -1n;
    for (let turn = 0; turn < 6; turn += 1) {
      const [held, other] = turn % 2 === 0 ? all : ([all[1], all[0]] as const);
      await until(
        async () =>
          (await ownersOf(views)).every((owner) => owner === (held === all[0] ? 'one' : 'two')) ||
          other.position() >= end,
      );
      held.hold();
      for (let n = 0; n < 7; n += 1)
        end = await write(streams[n % 3] ?? streams[0], noted('a', n), noted('b', n));
      expect(await other.waitFor(end, LONG)).toBe(true);
      held.goOn();
      expect(await held.waitFor(end, LONG)).toBe(true);
    }
    expect(strangersIn(...all)).toEqual([]);
    expect(contents(views)).toBe(await expected({ store }));
    await Promise.all(all.map(({ stop }) => stop()));
  });

  it('go on when the records of the leases cannot be read for a while', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    const slices = views.slices.bind(views);
    let away = false;
    const failing: InMemoryViews = {
      ...views,
      slices: async () => {
        if (away) throw new Error('away');
        return slices();
      },
    };
    const one = await instance(store, failing, 'one');
    await one.waitFor(await write(newAccount(), noted('a', 1)), LONG);
    away = true;
    await until(() => one.troubles.length > 8);
    away = false;
    expect(await one.waitFor(await write(newAccount(), noted('a', 2)), LONG)).toBe(true);
    await one.stop();
  });
});
