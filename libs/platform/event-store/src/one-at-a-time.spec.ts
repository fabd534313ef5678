import { oneAtATime } from './one-at-a-time';

const gate = () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
};

describe('one at a time', () => {
  it('runs tasks of a key in order, and others side by side', async () => {
    const inTurn = oneAtATime();
    const told: string[] = [];
    const { opened, open } = gate();
    const first = inTurn('a', async () => {
      await opened;
      told.push('first');
    });
    const second = inTurn('a', async () => void told.push('second'));
    await inTurn('b', async () => void told.push('other'));
    expect(told).toEqual(['other']);
    open();
    await Promise.all([first, second]);
    expect(told).toEqual(['other', 'first', 'second']);
  });

  it('goes on after a task that failed, which fails only for who asked', async () => {
    const inTurn = oneAtATime();
    const failing = inTurn('a', () => Promise.reject(new Error('no')));
    const next = inTurn('a', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('lets nobody pass who comes while the second is under way', async () => {
    const inTurn = oneAtATime();
    const told: string[] = [];
    const { opened, open } = gate();
    const first = inTurn('a', async () => void told.push('first'));
    const second = inTurn('a', async () => {
      await opened;
      told.push('second');
    });
    await first;
    const third = inTurn('a', async () => void told.push('third'));
    await inTurn('b', async () => void told.push('other'));
    open();
    await Promise.all([second, third]);
    expect(told).toEqual(['first', 'other', 'second', 'third']);
  });

  it('never has two of a key under way, however many come', async () => {
    const inTurn = oneAtATime();
    let underway = 0;
    let most = 0;
    const task = async () => {
      underway += 1;
      most = Math.max(most, underway);
      await Promise.resolve();
      underway -= 1;
    };
    await Promise.all(Array.from({ length: 50 }, () => inTurn('a', task)));
    expect(most).toBe(1);
  });
});
