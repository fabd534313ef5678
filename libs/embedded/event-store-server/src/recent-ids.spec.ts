import { recentIds } from './recent-ids';

describe('recent ids', () => {
  it('are known by stream, before and after they are kept', () => {
    const recent = recentIds();
    recent.remember('a', 'id', 3);
    expect(recent.revisionOf('a', 'id')).toBe(3);
    expect(recent.revisionOf('b', 'id')).toBeUndefined();
    recent.keep();
    expect(recent.revisionOf('a', 'id')).toBe(3);
  });

  it('lose what was not written, and that alone', () => {
    const recent = recentIds();
    recent.remember('a', 'written', 0);
    recent.keep();
    recent.remember('a', 'rolled back', 1);
    recent.undo();
    recent.keep();
    expect(recent.revisionOf('a', 'written')).toBe(0);
    expect(recent.revisionOf('a', 'rolled back')).toBeUndefined();
  });

  it('are as many as was asked for, and no more than twice as many', () => {
    const recent = recentIds(10);
    const known = (): number =>
      Array.from({ length: 100 }, (_, n) => recent.revisionOf('a', String(n))).filter(
        (revision) => revision !== undefined,
      ).length;
    for (let n = 0; n < 100; n += 1) {
      recent.remember('a', String(n), n);
      recent.keep();
      expect(known()).toBeGreaterThanOrEqual(Math.min(n + 1, 10));
      expect(known()).toBeLessThanOrEqual(20);
    }
    expect(recent.revisionOf('a', '99')).toBe(99);
  });
});
