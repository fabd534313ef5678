import { randomUUID } from 'node:crypto';
import {
  checkpointOf,
  following,
  folded,
  contents,
  ledgers,
  newAccount,
  notebook,
  noted,
} from './ledger.examples';
import { inMemoryViews } from './in-memory';
import type { Projection } from './projection';

describe('following', () => {
  it('folds what is stored into every view, then what comes', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    const [one, two] = [newAccount(), newAccount()];
    await write(one, noted('a', 1), noted('a', 2));
    const { caughtUp, waitFor, position, stop } = await following(store, views);
    await caughtUp;
    expect(views.all('ledgers__v1__g1').map(({ view }) => view)).toMatchObject([{ notes: [1, 2] }]);
    expect(await waitFor(await write(two, noted('a', 3)), 5_000)).toBe(true);
    expect(position()).toBe(3n);
    expect(views.all('ledgers__v1__g1')).toEqual([
      {
        key: 'a',
        position: { commit: 3n, prepare: 3n },
        view: { notes: [1, 2, 3], revisions: [`${one}@0`, `${one}@1`, `${two}@0`] },
      },
    ]);
    expect(views.all('counts__v3__g1').map(({ key, view }) => [key, view])).toEqual([
      [one, { count: 2 }],
      [two, { count: 1 }],
    ]);
    await stop();
  });

  it('is caught up with nothing, at no position', async () => {
    const { caughtUp, position, stop } = await following(notebook().store, inMemoryViews());
    await caughtUp;
    expect(position()).toBe(-1n);
    await stop();
  });

  it('is caught up without any view to fold', async () => {
    const { store, write } = notebook();
    await write(newAccount(), noted('a', 1));
    const { caughtUp, position, stop } = await following(store, inMemoryViews(), { projections: [] });
    await caughtUp;
    expect(position()).toBe(1n);
    await stop();
  });

  it('misses nothing of bursts, whatever moment they come at', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    const { waitFor, stop } = await following(store, views, { batchSize: 3 });
    const stream = newAccount();
    for (let n = 0; n < 60; n += 1) {
      const end = await write(stream, ...Array.from({ length: 1 + (n % 7) }, () => noted('a', n)));
      // other moments of the loop each time
      for (let turn = 0; turn < n % 11; turn += 1) await Promise.resolve();
      if (n % 3 === 0) expect(await waitFor(end, 5_000)).toBe(true);
    }
    const last = await store.head();
    expect(await waitFor(last?.commit ?? 0n, 5_000)).toBe(true);
    const once = inMemoryViews();
    await folded(store, once);
    expect(contents(views)).toBe(contents(once));
    await stop();
  });

  it('moves its position by events of others, and folds none of them', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    const { waitFor, position, stop } = await following(store, views);
    const end = await write(`stranger-${randomUUID()}`, noted('a', 1));
    await write(`accounts-${randomUUID()}`, noted('a', 1));
    await write('account', noted('a', 1));
    expect(await waitFor(end + 2n, 5_000)).toBe(true);
    expect(position()).toBe(3n);
    expect(contents(views)).toBe('[[],[]]');
    expect(views.allParked()).toEqual([]);
    await stop();
    expect(await checkpointOf(views, 'ledgers__v1')).toEqual({ commit: 3n, prepare: 3n });
  });

  it('moves its position by a checkpoint, never back', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    await write(newAccount(), noted('a', 1), noted('a', 2));
    const looked = {
      ...store,
      async *subscribe(options: Parameters<typeof store.subscribe>[0]) {
        for await (const item of store.subscribe(options)) {
          yield item;
          if (item.kind !== 'event') continue;
          yield { kind: 'checkpoint', position: { commit: 0n, prepare: 0n } } as const;
          yield { kind: 'checkpoint', position: { commit: 90n, prepare: 90n } } as const;
        }
      },
    };
    const { waitFor, caughtUp, position, stop } = await following(looked, views);
    expect(await waitFor(90n, 5_000)).toBe(true);
    await caughtUp;
    expect(position()).toBe(90n);
    expect(await checkpointOf(views, 'counts__v3')).toEqual({ commit: 90n, prepare: 90n });
    await stop();
  });

  it('resumes after its checkpoint', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    const stream = newAccount();
    await write(stream, noted('a', 1));
    await folded(store, views);
    await write(stream, noted('a', 2));
    const asked: unknown[] = [];
    const watched = {
      ...store,
      subscribe: (options: Parameters<typeof store.subscribe>[0]) => {
        asked.push(options.from);
        return store.subscribe(options);
      },
    };
    await folded(watched, views);
    expect(asked).toEqual([{ commit: 1n, prepare: 1n }]);
    expect(views.all('ledgers__v1__g1').map(({ view }) => view)).toMatchObject([{ notes: [1, 2] }]);
  });

  it('tells its position from the start when it resumes', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    const end = await write(newAccount(), noted('a', 1));
    await folded(store, views);
    const { waitFor, stop } = await following(store, views);
    expect(await waitFor(end, 0)).toBe(true);
    await stop();
  });

  it('folds a view that is new from the beginning, and the others from where they are', async () => {
    const { store, write } = notebook();
    const [views, fresh] = [inMemoryViews(), inMemoryViews()];
    const stream = newAccount();
    await write(stream, noted('a', 1), noted('b', 2));
    await folded(store, views, { projections: [ledgers] as readonly Projection[] });
    await write(stream, noted('a', 3));
    await folded(store, views);
    await folded(store, fresh);
    expect(contents(views)).toBe(contents(fresh));
  });

  it('does not reach a position in time, and says so', async () => {
    const { caughtUp, waitFor, stop } = await following(notebook().store, inMemoryViews());
    await caughtUp;
    expect(await waitFor(1n, 5)).toBe(false);
    await stop();
  });
});
