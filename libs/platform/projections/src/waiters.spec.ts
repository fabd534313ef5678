import { positionWaiters } from './waiters';

const waiters = (onWait?: () => void) => {
  let reached = -1n;
  const waiting = positionWaiters(() => reached, onWait);
  const moveTo = (position: bigint) => {
    reached = position;
    waiting.moved();
  };
  return { ...waiting, moveTo };
};

describe('waiting for a position', () => {
  it('is over at once when it was reached', async () => {
    const asked = jest.fn();
    const { moveTo, waitFor } = waiters(asked);
    moveTo(5n);
    expect(await waitFor(5n, 0)).toBe(true);
    expect(await waitFor(4n, 0)).toBe(true);
    expect(asked).not.toHaveBeenCalled();
  });

  it('is over for those whose position is reached, and not for the others', async () => {
    const asked = jest.fn();
    const { moveTo, waitFor, waiting } = waiters(asked);
    const [near, far] = [waitFor(3n, 5_000), waitFor(9n, 5_000)];
    expect([waiting(), asked.mock.calls.length]).toEqual([2, 2]);
    moveTo(3n);
    expect(await near).toBe(true);
    expect(waiting()).toBe(1);
    moveTo(9n);
    expect(await far).toBe(true);
  });

  it('is over when the time is up, neither before nor twice', async () => {
    const { moveTo, waitFor, waiting } = waiters();
    expect(await waitFor(3n, 5)).toBe(false);
    expect(waiting()).toBe(0);
    moveTo(3n);
    expect(await waitFor(3n, 0)).toBe(true);
  });

  it('goes on when the position goes back, as after a rollback', async () => {
    const { moveTo, waitFor } = waiters();
    moveTo(9n);
    moveTo(3n);
    expect(await waitFor(9n, 5)).toBe(false);
    expect(await waitFor(3n, 0)).toBe(true);
  });
});
