import { inMemoryViews, type InMemoryViews } from './in-memory';
import { incomingOf } from './incoming';
import { leaseKeeper } from './lease';
import { ledgers, newAccount, notebook, noted, read } from './ledger.examples';
import type { Projection } from './projection';
import { openSlice } from './slice';

const G1 = 'ledgers__v1__g1';

/** A slice of the ledgers, and one batch after another for it. */
const openLedgers = async (views: InMemoryViews) => {
  await views.createSlice('ledgers__v1');
  const keeper = leaseKeeper(views);
  const [record] = await views.slices();
  const lease = record && (await keeper.take(record));
  if (lease === undefined) throw new Error('no lease');
  const projection = ledgers as unknown as Projection;
  const open = () => openSlice({ projection, generation: 1, views, lease });
  const slice = await open();
  const { store, write } = notebook();
  const stream = newAccount();
  const incoming = incomingOf(['account'], read);
  const next = async (n: number) => {
    await write(stream, noted('a', n));
    for await (const event of store.read(stream, { direction: 'backwards', limit: 1 })) {
      const item = incoming(event);
      if (item !== undefined) return () => slice.apply([item], event.position);
    }
    throw new Error('nothing was written');
  };
  return { next, open, slice, epoch: lease.epoch };
};

describe('a slice', () => {
  it('that has failed to write builds on what the store holds, not on what it remembers', async () => {
    const stored = inMemoryViews();
    let fails = false;
    const views: InMemoryViews = {
      ...stored,
      save: async (collection, documents) => {
        if (fails) throw new Error('away');
        return stored.save(collection, documents);
      },
    };
    const { next } = await openLedgers(views);
    await (
      await next(1)
    )();
    const second = await next(2);
    fails = true;
    await expect(second()).rejects.toThrow('away');
    fails = false;
    // while it was away, the store was put back as it had been
    const [before] = stored.all(G1);
    if (before === undefined) throw new Error('no document');
    await stored.overwrite(G1, [{ ...before, view: { notes: [0, 1], revisions: [] } }]);
    await second();
    expect(stored.all(G1)).toMatchObject([{ view: { notes: [0, 1, 2] } }]);
  });

  it('is not opened, nor goes on, once a later owner has claimed its generation', async () => {
    const views = inMemoryViews();
    const { next, open, epoch } = await openLedgers(views);
    await (
      await next(1)
    )();
    const reached = (await views.checkpoints([G1])).get(G1);
    await views.claim(G1, epoch + 1);
    await expect(open()).rejects.toMatchObject({ code: 'lease-lost' });
    const second = await next(2);
    await expect(second()).rejects.toMatchObject({ code: 'lease-lost' });
    expect((await views.checkpoints([G1])).get(G1)).toEqual(reached);
  });

  it('never goes back', async () => {
    const { next, slice } = await openLedgers(inMemoryViews());
    await (
      await next(1)
    )();
    const reached = slice.seen();
    await slice.apply([], { commit: 0n, prepare: 0n });
    expect(slice.seen()).toEqual(reached);
  });

  it('that has not failed reads back nothing of what it has written', async () => {
    const views = inMemoryViews();
    const { next } = await openLedgers(views);
    await (
      await next(1)
    )();
    const loads = jest.spyOn(views, 'load');
    await (
      await next(2)
    )();
    expect(loads).not.toHaveBeenCalled();
    expect(views.all(G1)).toMatchObject([{ view: { notes: [1, 2] } }]);
  });
});
