import { inMemoryViews, type InMemoryViews } from './in-memory';
import { until } from './instances.examples';
import { following, newAccount, notebook, noted } from './ledger.examples';

// a look at the leases comes once a second: what follows has to come sooner
const SOON_MS = 300;
const STEP_MS = 10;

describe('without waiting for the next look', () => {
  let clock = 0;
  const lease = (owner: string) => ({ owner, ttlMs: 3_600_000, isGone: () => false, monotonic: () => clock });

  beforeEach(() => {
    jest.useFakeTimers({
      doNotFake: ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'],
    });
  });
  afterEach(() => jest.useRealTimers());

  const pass = async (milliseconds: number): Promise<void> => {
    for (let passed = 0; passed < milliseconds; passed += STEP_MS) {
      clock += STEP_MS;
      jest.advanceTimersByTime(STEP_MS);
      for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    }
  };

  it('a slice that failed is tried again, while the others go on', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    let failures = 0;
    const failing: InMemoryViews = {
      ...views,
      save: async (collection, documents) => {
        if (collection.startsWith('ledgers') && failures === 0) {
          failures += 1;
          throw new Error('away');
        }
        return views.save(collection, documents);
      },
    };
    const { caughtUp, stop } = await following(store, failing, { lease: lease('one') });
    await caughtUp;
    await write(newAccount(), noted('a', 1));
    await until(() => failures > 0);
    await pass(SOON_MS);
    expect(views.all('ledgers__v1__g1')).toMatchObject([{ view: { notes: [1] } }]);
    await stop();
  });

  it('an instance that folds nothing tells whoever waits where the other is', async () => {
    const { store, write } = notebook();
    const views = inMemoryViews();
    const one = await following(store, views, { lease: lease('one') });
    const two = await following(store, views, { lease: lease('two') });
    await two.caughtUp;
    const end = await write(newAccount(), noted('a', 1));
    await until(() => one.position() >= end);
    const told = jest.fn();
    const waiting = two.waitFor(end, 3_600_000).then(told);
    await pass(SOON_MS);
    expect(told).toHaveBeenCalledWith(true);
    await Promise.all([one.stop(), two.stop()]);
    await waiting;
  });
});
