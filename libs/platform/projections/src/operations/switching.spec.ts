import { inMemoryViews, type InMemoryViews } from '../in-memory';
import { folded, newAccount, notebook, noted } from '../ledger.examples';
import type { SliceChange, SliceRecord } from '../slice-record';
import { LEDGERS, operator } from './operating.examples';

/** Ledgers with some notes, folded once. */
const book = async () => {
  const { store, write } = notebook();
  const views = inMemoryViews();
  for (let n = 0; n < 5; n += 1) await write(newAccount(), noted('a', n));
  await folded(store, views);
  return { store, views };
};

const recordIn = async (views: InMemoryViews): Promise<SliceRecord | undefined> =>
  (await views.slices()).find(({ slice }) => slice === LEDGERS);

type Around = {
  readonly before?: (change: SliceChange) => Promise<void>;
  readonly after?: () => Promise<void>;
};

/** Views that tell of each change of a slice's record. */
const watched = (views: InMemoryViews, { before, after }: Around): InMemoryViews => ({
  ...views,
  changeSlices: async (changes, options) => {
    for (const change of changes) await before?.(change);
    const made = await views.changeSlices(changes, options);
    await after?.();
    return made;
  },
});

describe('the switch to a rebuilt generation', () => {
  it('is one write: nobody ever reads half of it', async () => {
    const { store, views } = await book();
    const seen: (SliceRecord | undefined)[] = [];
    const watching = watched(views, { after: async () => void seen.push(await recordIn(views)) });
    expect(await operator(store, watching).rebuild(LEDGERS)).toMatchObject({ kind: 'switched' });
    const switched = seen.filter((record) => record?.active === 2);
    expect(switched.length).toBeGreaterThan(0);
    for (const record of switched) expect(record).toMatchObject({ previous: 1, building: null, owner: null });
    for (const record of seen.filter((each) => each?.active === 1))
      expect(record).toMatchObject({ previous: null });
  });

  it('lets the next owner write, however often the building was begun', async () => {
    const { store, views } = await book();
    await views.changeSlices([{ slice: LEDGERS, expected: {}, change: { building: 2 } }], { lasting: true });
    await views.claim(`${LEDGERS}__g2`, 50);
    expect(await operator(store, views).rebuild(LEDGERS)).toMatchObject({ kind: 'switched', generation: 2 });
    expect((await recordIn(views))?.epoch).toBeGreaterThanOrEqual(await views.claimedBy(`${LEDGERS}__g2`));
  });

  it('does not happen once the lease is over, though nobody has taken it yet', async () => {
    const { store, views } = await book();
    const [ttlMs, now] = [60_000, performance.now.bind(performance)];
    let asleep = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + asleep);
    // the machine sleeps while the two generations are compared
    const slow = { ...views, scan: (name: string) => ((asleep = ttlMs), views.scan(name)) };
    try {
      expect(await operator(store, slow, { ttlMs }).rebuild(LEDGERS)).toEqual({ kind: 'interrupted' });
    } finally {
      clock.mockRestore();
    }
    expect(asleep).toBe(ttlMs);
    expect(await recordIn(views)).toMatchObject({ active: 1, building: 2, previous: null });
  });

  it.each<readonly [string, Partial<SliceRecord>]>([
    ['another has the lease', { epoch: 99, owner: 'another' }],
    ['another has switched', { active: 7 }],
    ['another has begun to build', { building: 8 }],
  ])('does not happen when meanwhile %s', async (_name, change) => {
    const { store, views } = await book();
    let told = false;
    const overtaken = watched(views, {
      before: async ({ change: { active } }) => {
        if (active === undefined || told) return;
        told = true;
        await views.changeSlices([{ slice: LEDGERS, expected: {}, change }], { lasting: true });
      },
    });
    expect(await operator(store, overtaken).rebuild(LEDGERS)).toEqual({ kind: 'interrupted' });
    expect(told).toBe(true);
    expect(await recordIn(views)).toMatchObject({ active: 1, building: 2, ...change });
  });
});
