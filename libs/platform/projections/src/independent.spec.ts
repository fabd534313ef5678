import { inMemoryViews, type InMemoryViews } from './in-memory';
import { until } from './instances.examples';
import { checkpointOf, following, metadata, newAccount, notebook, noted } from './ledger.examples';

/** Views of which one collection cannot be written. */
const refusing = (collection: string) => {
  const views = inMemoryViews();
  const state = { refuses: true };
  const own: InMemoryViews = {
    ...views,
    save: async (wanted, documents) => {
      if (state.refuses && wanted === collection) throw new Error('refused');
      return views.save(wanted, documents);
    },
  };
  return { views: own, state };
};

describe('slices of one process', () => {
  it('advance by themselves: one that cannot be written holds up no other, and tells how late it is', async () => {
    const { store, write } = notebook();
    const { views, state } = refusing('ledgers__v1__g1');
    let troubles = 0;
    const { lag, position, waitFor, stop } = await following(store, views, {
      onTrouble: () => void (troubles += 1),
    });
    let end = -1n;
    for (let n = 0; n < 5; n += 1) {
      end = await write(newAccount(), noted('a', n));
      await until(async () => (await checkpointOf(views, 'counts__v3'))?.commit === end);
    }
    expect(position()).toBe(-1n);
    const late = lag().find(({ slice }) => slice === 'ledgers__v1');
    expect(late?.events).toBeGreaterThan(0);
    expect(late?.seconds).toBeGreaterThan(0);
    expect(lag().find(({ slice }) => slice === 'counts__v3')).toMatchObject({ events: 0, seconds: 0 });
    // it rests in between
    expect(await waitFor(end, 300)).toBe(false);
    expect(troubles).toBeLessThan(20);
    state.refuses = false;
    expect(await waitFor(end, 15_000)).toBe(true);
    expect(views.all('ledgers__v1__g1')).toMatchObject([{ view: { notes: [0, 1, 2, 3, 4] } }]);
    expect(lag().map(({ events }) => events)).toEqual([0, 0]);
    await stop();
  });

  it('say when the newest event they were told was said, whoever said it', async () => {
    const { store, write } = notebook();
    const seen: string[] = [];
    const { waitFor, stop } = await following(store, inMemoryViews(), { onSeen: (at) => void seen.push(at) });
    const at = '2031-05-06T07:08:09.000Z';
    await waitFor(await write('somebody', noted('a', 1, { metadata: { ...metadata, at } })), 10_000);
    expect(seen).toEqual([at]);
    await stop();
  });
});
