import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { atLength } from '@benkan/testing';
import type { EventStore, RecordedEvent, SubscriptionItem } from '@benkan/event-store';
import { inMemoryViews } from './in-memory';
import { checkpointOf, contents, folded, metadata } from './ledger.examples';

// waits end at once: nothing here depends on how long they are
jest.mock('node:timers/promises', () => ({
  setTimeout: () => new Promise((resolve) => setImmediate(resolve)),
}));

type Said = {
  readonly stream: number;
  readonly account: string;
  readonly n: number;
  readonly sameCommit: boolean;
};

const said = fc.record<Said>({
  stream: fc.integer({ min: 0, max: 3 }),
  account: fc.constantFrom('a', 'b', 'c', 'nobody'),
  // below zero is poison
  n: fc.integer({ min: -1, max: 40 }),
  sameCommit: fc.boolean(),
});

const streams = Array.from({ length: 4 }, () => `account-${randomUUID()}`);

/** A log as a store with transactions numbers it: events of one append may share their commit. */
const logOf = (all: readonly Said[]): readonly RecordedEvent[] => {
  const revisions = new Map<string, bigint>();
  let commit = 10n;
  return all.map(({ stream, account, n, sameCommit }, index) => {
    const name = streams[stream] ?? '';
    const revision = (revisions.get(name) ?? -1n) + 1n;
    revisions.set(name, revision);
    if (!sameCommit) commit += 10n;
    const position = { commit, prepare: BigInt(index) };
    const event = { id: randomUUID(), type: 'noted', data: { account, n }, metadata };
    return { ...event, stream: name, revision, position, recordedAt: new Date(0) };
  });
};

const isAtOrBefore = (event: RecordedEvent, from: RecordedEvent['position'] | undefined) =>
  from !== undefined &&
  (event.position.commit < from.commit ||
    (event.position.commit === from.commit && event.position.prepare <= from.prepare));

/** A store that tells a log in some way of its own, from a position on. */
const telling = (
  log: readonly RecordedEvent[],
  tell: (rest: readonly RecordedEvent[]) => Iterable<SubscriptionItem>,
): EventStore => ({
  append: async () => ({ kind: 'conflict' }),
  async *read() {
    yield* [];
  },
  head: async () => {
    const newest = log.at(-1);
    return newest && { ...newest.position, recordedAt: newest.recordedAt };
  },
  async *subscribe({ from, signal }) {
    yield* tell(log.filter((event) => !isAtOrBefore(event, from)));
    yield { kind: 'caught-up' };
    if (signal.aborted) return;
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  },
  close: async () => undefined,
});

const item = (event: RecordedEvent): SubscriptionItem => ({ kind: 'event', event });
const plainly = (rest: readonly RecordedEvent[]) => rest.map(item);
const twiceEach = (rest: readonly RecordedEvent[]) => rest.flatMap((event) => [item(event), item(event)]);

function* inRepeatedBatches(rest: readonly RecordedEvent[], size: number): Generator<SubscriptionItem> {
  for (let at = 0; at < rest.length; at += size) {
    const batch = rest.slice(at, at + size).map(item);
    yield* batch;
    yield* batch;
    // and once more from the very beginning, as a store that lost its place would
    yield* rest.slice(0, at).map(item);
  }
}

describe('events told more than once', () => {
  const rounds = { numRuns: atLength({ ci: 60, soak: 600 }) };

  it('make the same bytes: each twice, batches again, everything again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 50 }),
        async (all, size, batchSize) => {
          const log = logOf(all);
          const [once, twice, again] = [inMemoryViews(), inMemoryViews(), inMemoryViews()];
          await folded(telling(log, plainly), once);
          await folded(telling(log, twiceEach), twice, { batchSize });
          await folded(
            telling(log, (rest) => inRepeatedBatches(rest, size)),
            again,
            { batchSize },
          );
          expect(contents(twice)).toBe(contents(once));
          expect(contents(again)).toBe(contents(once));
          expect(again.allParked()).toEqual(once.allParked());
        },
      ),
      rounds,
    );
  });

  it('make the same bytes when the checkpoint is lost between documents and checkpoint', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 30 }), fc.nat(60), async (all, cut) => {
        const log = logOf(all.map((each) => ({ ...each, n: Math.abs(each.n) })));
        const [once, views] = [inMemoryViews(), inMemoryViews()];
        await folded(telling(log, plainly), once);
        let saves = 0;
        const forgetful = {
          ...views,
          saveCheckpoint: async (...given: Parameters<typeof views.saveCheckpoint>) =>
            (saves += 1) > cut % 4 ? true : views.saveCheckpoint(...given),
        };
        await folded(telling(log.slice(0, cut % log.length), plainly), forgetful, { batchSize: 3 });
        await folded(telling(log, plainly), views, { batchSize: 4 });
        expect(contents(views)).toBe(contents(once));
      }),
      rounds,
    );
  });

  it('of one commit are both folded, in one batch and in two', async () => {
    const log = logOf([
      { stream: 0, account: 'a', n: 1, sameCommit: false },
      { stream: 0, account: 'a', n: 2, sameCommit: true },
      { stream: 0, account: 'a', n: 3, sameCommit: true },
    ]);
    for (const parts of [[3], [1, 3], [2, 3], [1, 2, 3]]) {
      const views = inMemoryViews();
      for (const part of parts) await folded(telling(log.slice(0, part), plainly), views);
      expect(views.all('ledgers__v1__g1')).toMatchObject([{ view: { notes: [1, 2, 3] } }]);
      expect(await checkpointOf(views, 'ledgers__v1')).toEqual({ commit: 20n, prepare: 2n });
    }
  });
});
