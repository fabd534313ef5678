import { clockGuard, trustedClock } from './clock-guard';

const NEWEST = '2025-06-01T10:00:00.000Z';

describe('the clock', () => {
  let clock: Date;
  const at = (instant: string) => {
    clock = new Date(instant);
    return clockGuard(() => clock);
  };

  it('is behind when a recorded fact is later', () => {
    const guard = at('2025-06-01T09:00:00Z');
    guard.seen(NEWEST);
    expect(guard.behind()).toBe(NEWEST);
  });

  it('is right again once it has passed that fact, without a restart', () => {
    const guard = at('2025-06-01T09:00:00Z');
    guard.seen(NEWEST);
    clock = new Date('2025-06-01T10:00:01Z');
    expect(guard.behind()).toBeUndefined();
  });

  it('may differ by seconds between machines, not by more', () => {
    const guard = at('2025-06-01T09:59:56Z');
    guard.seen(NEWEST);
    expect(guard.behind()).toBeUndefined();
    clock = new Date('2025-06-01T09:59:54Z');
    expect(guard.behind()).toBe(NEWEST);
  });

  it('is measured by the newest fact, in whatever order they are heard', () => {
    const guard = at('2025-06-01T09:00:00Z');
    guard.seen(NEWEST);
    guard.seen('2024-01-01T00:00:00Z');
    expect(guard.behind()).toBe(NEWEST);
  });

  it('is right before anything was recorded, and an instant nobody can read says nothing', () => {
    const guard = at('1990-01-01T00:00:00Z');
    expect(guard.behind()).toBeUndefined();
    guard.seen('yesterday');
    expect(guard.behind()).toBeUndefined();
  });

  it('is trusted when an operator says so', () => {
    trustedClock.seen('9999-01-01T00:00:00Z');
    expect(trustedClock.behind()).toBeUndefined();
  });
});
