import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '@benkan/event-store';
import { gathering } from './gathering';

const event = (n: number): RecordedEvent => ({
  ...{ stream: 'account', revision: BigInt(n), id: randomUUID(), type: 'noted', data: {}, metadata: {} },
  position: { commit: BigInt(n), prepare: BigInt(n) },
  recordedAt: new Date(0),
});

const gathered = (fold: (ns: readonly number[], upTo: number) => Promise<void>, most = 500) => {
  const failed = jest.fn();
  const gather = gathering({
    fold: (batch, upTo) =>
      fold(
        batch.map(({ revision }) => Number(revision)),
        Number(upTo.commit),
      ),
    signal: new AbortController().signal,
    onFailure: failed,
    most,
  });
  return { ...gather, failed };
};

describe('gathering events', () => {
  it('folds what came meanwhile in one batch, in order', async () => {
    const batches: unknown[] = [];
    const { add, reach, settled, waiting } = gathered(async (...given) => void batches.push(given));
    [1, 2, 3].map(event).forEach(add);
    reach({ commit: 9n, prepare: 9n });
    reach({ commit: 4n, prepare: 4n });
    expect(waiting()).toBe(3);
    await settled();
    expect(batches).toEqual([[[1, 2, 3], 9]]);
    expect(waiting()).toBe(0);
  });

  it('forgets nobody who comes at the very moment a fold ends', async () => {
    for (let turns = 0; turns < 40; turns += 1) {
      const seen: number[] = [];
      const { add, settled } = gathered(async (batch) => void seen.push(...batch));
      add(event(1));
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      add(event(2));
      await settled();
      expect(seen).toEqual([1, 2]);
    }
  });

  it('folds nothing after a failure, tells it once, and to whoever waits', async () => {
    const seen: number[] = [];
    const { add, settled, failed } = gathered(async (batch) => {
      seen.push(...batch);
      throw new Error('away');
    });
    add(event(1));
    await expect(settled()).rejects.toThrow('away');
    add(event(2));
    await expect(settled()).rejects.toThrow('away');
    expect(seen).toEqual([1]);
    expect(failed).toHaveBeenCalledTimes(1);
  });

  it('gathers the next batch while one is being folded, and no more than that', async () => {
    const batches: (readonly number[])[] = [];
    let go: () => void = () => undefined;
    const { add, isFull, room, settled } = gathered(async (batch) => {
      batches.push(batch);
      await new Promise<void>((resolve) => (go = resolve));
    }, 2);
    [1, 2].map(event).forEach(add);
    expect(isFull()).toBe(true);
    await room();
    [3, 4].map(event).forEach(add);
    expect(isFull()).toBe(true);
    const next = room();
    go();
    await next;
    expect(batches).toEqual([
      [1, 2],
      [3, 4],
    ]);
    go();
    await settled();
  });

  it('tells a failure to whoever waits for room, before and after', async () => {
    const { add, room } = gathered(async () => {
      throw new Error('away');
    }, 1);
    add(event(1));
    await room();
    add(event(2));
    await expect(room()).rejects.toThrow('away');
    await expect(room()).rejects.toThrow('away');
  });

  it('never folds two batches at once', async () => {
    let underway = 0;
    let most = 0;
    const { add, settled } = gathered(async () => {
      most = Math.max(most, (underway += 1));
      await Promise.resolve();
      underway -= 1;
    });
    for (let n = 1; n < 60; n += 1) {
      add(event(n));
      if (n % 3 === 0) await Promise.resolve();
    }
    await settled();
    expect(most).toBe(1);
  });
});
