import { randomUUID } from 'node:crypto';
import {
  checkpointOf,
  contents,
  counts,
  folded,
  following,
  ledgers,
  metadata,
  newAccount,
  notebook,
  noted,
} from './ledger.examples';
import { inMemoryViews, type InMemoryViews } from './in-memory';
import type { Projection } from './projection';

// waits end at once: nothing here depends on how long they are
jest.mock('node:timers/promises', () => ({
  setTimeout: () => new Promise((resolve) => setImmediate(resolve)),
}));

const BEHIND = 'behind-a-parked-event';

const poisons: readonly [string, object, string][] = [
  ['a type nobody knows', { type: 'vanished' }, 'unknown-type'],
  ['a newer version', { metadata: { ...metadata, schemaVersion: 2 } }, 'newer-version'],
  ['data of another shape', { data: { n: 1 } }, 'invalid-data'],
  ['data its reader trips over', { data: { account: 'reader', n: 1 } }, 'reader-failed'],
  ['no metadata to speak of', { metadata: { by: 'somebody' } }, 'invalid-metadata'],
  ['nobody who said it', { metadata: { ...metadata, actor: null } }, 'invalid-metadata'],
  ['no instant', { metadata: { ...metadata, at: 5 } }, 'invalid-metadata'],
];

const parkedOf = (views: InMemoryViews, slice: string) =>
  views
    .allParked()
    .filter((event) => event.generation === `${slice}__g1`)
    .map(({ stream, revision, reason }) => [stream, revision, reason]);

/** Good, poison, good on one stream, several of them at once; another stream goes on; both speak of one account. */
const poisoned = async (poison: object) => {
  const { store, write } = notebook();
  const [bad, good] = [newAccount(), newAccount()];
  await write(good, noted('a', 2));
  await write(bad, noted('a', 1));
  await write(bad, noted('a', 3, poison), noted('a', 4));
  await write(good, noted('a', 5));
  await write(bad, noted('a', 6));
  return { store, write, bad, good };
};

describe('a poison event', () => {
  it.each(poisons)(
    'is parked with what follows on its stream, the rest goes on: %s',
    async (_name, poison, reason) => {
      const { store, bad, good } = await poisoned(poison);
      const views = inMemoryViews();
      await folded(store, views);
      const parked = [
        [bad, 1n, reason],
        [bad, 2n, BEHIND],
        [bad, 3n, BEHIND],
      ];
      expect(parkedOf(views, 'ledgers__v1')).toEqual(parked);
      expect(parkedOf(views, 'counts__v3')).toEqual(parked);
      expect(views.all('ledgers__v1__g1').map(({ view }) => view)).toEqual([
        { notes: [2, 1, 5], revisions: [`${good}@0`, `${bad}@0`, `${good}@1`] },
      ]);
      expect(await checkpointOf(views, 'ledgers__v1')).toEqual({ commit: 6n, prepare: 6n });
    },
  );

  it('of a fold that throws is parked where it throws only', async () => {
    const { store, bad } = await poisoned({ data: { account: 'a', n: -1 } });
    const views = inMemoryViews();
    const { caughtUp, parkedStreams, stop } = await following(store, views);
    await caughtUp;
    expect(parkedOf(views, 'ledgers__v1')).toEqual([
      [bad, 1n, 'below zero'],
      [bad, 2n, BEHIND],
      [bad, 3n, BEHIND],
    ]);
    expect(parkedOf(views, 'counts__v3')).toEqual([]);
    expect(parkedStreams()).toBe(1);
    await stop();
  });

  it('of a fold that names no keys is parked too', async () => {
    const { store, bad, good } = await poisoned({ data: { account: 'a', n: 99 } });
    const keyless: typeof ledgers = {
      ...ledgers,
      keys: (event) => {
        if (event.data.n === 99) throw new Error('no key');
        return ledgers.keys(event);
      },
    };
    const views = inMemoryViews();
    await folded(store, views, { projections: [keyless] as readonly Projection[] });
    expect(parkedOf(views, 'ledgers__v1')[0]).toEqual([bad, 1n, 'no key']);
    expect(views.all('ledgers__v1__g1')[0]?.view).toMatchObject({
      revisions: [`${good}@0`, `${bad}@0`, `${good}@1`],
    });
  });

  it('moves none of its documents when it moves not all', async () => {
    const { store, write } = notebook();
    await write(newAccount(), noted('a', 1), noted('a', 2));
    const split: typeof counts = {
      ...counts,
      keys: () => ['first', 'second'],
      evolve: (view, event, key) => {
        if (key === 'second' && event.data.n === 2) throw new Error('half');
        return { count: (view?.count ?? 0) + 1 };
      },
    };
    const views = inMemoryViews();
    await folded(store, views, { projections: [split] as readonly Projection[] });
    expect(views.all('counts__v3__g1').map(({ view }) => view)).toEqual([{ count: 1 }, { count: 1 }]);
  });

  it('stays parked for the next process', async () => {
    const { store, write, bad } = await poisoned({ type: 'vanished' });
    const views = inMemoryViews();
    await folded(store, views);
    await write(bad, noted('a', 7));
    const { caughtUp, parkedStreams, stop } = await following(store, views);
    await caughtUp;
    expect(parkedStreams()).toBe(2);
    expect(parkedOf(views, 'counts__v3').at(-1)).toEqual([bad, 4n, BEHIND]);
    await stop();
  });

  it('of others concerns nobody', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    await write(`stranger-${randomUUID()}`, noted('a', 1, { type: 'vanished', metadata: {} }));
    await folded(store, views);
    expect(views.allParked()).toEqual([]);
  });
});

describe('a poison event in a batch that is repeated', () => {
  const operations = ['save', 'saveCheckpoint', 'park'] as const;
  const moments = operations.flatMap((operation) => [1, 2, 3, 4].map((nth) => [operation, nth] as const));

  it.each(moments)('is parked as in one go: %s fails the %sth time', async (operation, nth) => {
    for (const poison of [{ type: 'vanished' }, { data: { account: 'a', n: -1 } }]) {
      const { store } = await poisoned(poison);
      const expected = inMemoryViews();
      await folded(store, expected);
      const views = inMemoryViews();
      let calls = 0;
      const done = views[operation] as (...given: unknown[]) => Promise<void>;
      const crashing = async (...given: unknown[]) => {
        if ((calls += 1) === nth) throw new Error('crashed');
        await done(...given);
      };
      await folded(store, { ...views, [operation]: crashing });
      expect(contents(views)).toBe(contents(expected));
      for (const slice of ['ledgers__v1', 'counts__v3'])
        expect(parkedOf(views, slice)).toEqual(parkedOf(expected, slice));
    }
  });

  it('does not park what came before it, when the process ends there', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    const bad = newAccount();
    let ended = false;
    const ending: InMemoryViews = {
      ...views,
      park: async (event) => {
        await views.park(event);
        ended = true;
      },
      saveCheckpoint: async (...given) => {
        if (ended) throw new Error('ended');
        return views.saveCheckpoint(...given);
      },
    };
    let told: () => void = () => undefined;
    const trouble = new Promise<void>((resolve) => (told = resolve));
    const projections = [ledgers] as readonly Projection[];
    const { waitFor, stop } = await following(store, ending, { projections, onTrouble: () => told() });
    await waitFor(await write(newAccount(), noted('a', 1)), 5_000);
    expect(await waitFor(await write(bad, noted('nobody', 1)), 5_000)).toBe(true);
    await write(bad, noted('a', 2, { type: 'vanished' }));
    await write(newAccount(), noted('a', 3));
    await trouble;
    await stop();
    await folded(store, views, { projections });
    expect(parkedOf(views, 'ledgers__v1')).toEqual([[bad, 1n, 'unknown-type']]);
    expect(views.all('ledgers__v1__g1')[0]?.view).toMatchObject({ notes: [1, 3] });
  });
});
