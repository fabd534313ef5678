import { positionWaiters } from './waiters';

describe('waiting for a position', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is over at once when it was reached', async () => {
    const { moveTo, waitFor } = positionWaiters();
    moveTo(5n);
    expect(await waitFor(5n, 0)).toBe(true);
    expect(await waitFor(4n, 0)).toBe(true);
  });

  it('is over for those whose position is reached, and not for the others', async () => {
    const { moveTo, waitFor } = positionWaiters();
    const [near, far] = [waitFor(5n, 1_000), waitFor(7n, 1_000)];
    moveTo(6n);
    expect(await near).toBe(true);
    jest.advanceTimersByTime(1_000);
    expect(await far).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is over when the time is up, neither before nor twice', async () => {
    const { moveTo, waitFor } = positionWaiters();
    const told: boolean[] = [];
    const waiting = waitFor(1n, 50).then((reached) => told.push(reached));
    jest.advanceTimersByTime(49);
    await Promise.resolve();
    expect(told).toEqual([]);
    jest.advanceTimersByTime(1);
    await waiting;
    moveTo(1n);
    expect(told).toEqual([false]);
  });

  it('never goes back', () => {
    const { moveTo, reached } = positionWaiters();
    expect(reached()).toBe(-1n);
    moveTo(9n);
    moveTo(3n);
    expect(reached()).toBe(9n);
  });
});
