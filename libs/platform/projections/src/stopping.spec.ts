import { checkpointOf, contents, folded, following, newAccount, notebook, noted } from './ledger.examples';
import { inMemoryViews } from './in-memory';

describe('stopping', () => {
  it('ends while it waits for events', async () => {
    const { caughtUp, stop } = await following(notebook().store, inMemoryViews());
    await caughtUp;
    await stop();
    await stop();
  });

  it('ends while it waits to subscribe again, without a complaint', async () => {
    const book = notebook();
    let complained: () => void = () => undefined;
    const complaints: unknown[] = [];
    const complaint = new Promise<void>((resolve) => (complained = resolve));
    await book.store.close();
    const { stop } = await following(book.store, inMemoryViews(), {
      onTrouble: (_what, error) => {
        complaints.push(error);
        if (complaints.length === 4) complained();
      },
    });
    await complaint;
    await stop();
    expect(complaints).toHaveLength(4);
  });

  it('ends between two batches, and the next process goes on', async () => {
    const { store, write } = notebook();
    for (let n = 0; n < 9; n += 1) await write(newAccount(), noted('a', n));
    const [views, once] = [inMemoryViews(), inMemoryViews()];
    let began: () => void = () => undefined;
    const saving = new Promise<void>((resolve) => (began = resolve));
    const { stop } = await following(
      store,
      { ...views, save: (...given) => (began(), views.save(...given)) },
      { batchSize: 1 },
    );
    await saving;
    await stop();
    expect((await checkpointOf(views, 'ledgers__v1'))?.commit).toBeLessThan(9n);
    await folded(store, views);
    await folded(store, once);
    expect(contents(views)).toBe(contents(once));
  });

  it('settles whoever waits to be caught up', async () => {
    const book = notebook();
    const { caughtUp, stop } = await following(
      { ...book.store, head: () => Promise.reject(new Error('away')) },
      inMemoryViews(),
    );
    await Promise.all([caughtUp, stop()]);
  });
});
