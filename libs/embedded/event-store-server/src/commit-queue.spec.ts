import { tmpdir } from 'node:os';
import { commitQueue } from './commit-queue';
import { recentIds } from './recent-ids';

/** A log that counts its commits, and fails those it is told to. */
const countingLog = (failures: readonly unknown[] = []) => {
  const left = [...failures];
  const log = {
    commits: 0,
    transact(work: () => void): void {
      work();
      const failure = left.shift();
      if (failure !== undefined) throw failure;
      log.commits += 1;
    },
  };
  return log;
};
const failing = (code: unknown): Error => Object.assign(new Error('no'), { code });

describe('the commit queue', () => {
  it('commits together what arrives together, and answers each its own', async () => {
    const log = countingLog();
    const queue = commitQueue(log, tmpdir(), recentIds());
    const answers = await Promise.all([1, 2, 3].map((n) => queue.run(() => () => n * 10)));
    expect(answers).toEqual([10, 20, 30]);
    expect(log.commits).toBe(1);
  });

  it('takes a great many in several commits', async () => {
    const log = countingLog();
    const queue = commitQueue(log, tmpdir(), recentIds());
    await Promise.all(Array.from({ length: 1_300 }, (_, n) => queue.run(() => () => n)));
    expect(log.commits).toBe(3);
  });

  it('refuses one without harm to the others', async () => {
    const log = countingLog();
    const queue = commitQueue(log, tmpdir(), recentIds());
    const refused = queue.run(() => {
      throw new Error('not this one');
    });
    const taken = queue.run(() => () => 'written');
    await expect(refused).rejects.toThrow('not this one');
    expect(await taken).toBe('written');
    expect(log.commits).toBe(1);
  });

  it.each([28, 27, 122, -30792, 'ENOSPC', 'EFBIG', 'EDQUOT'])(
    'tells that the storage is full (%s), and goes on when it is not',
    async (code) => {
      const recent = { keep: jest.fn(), undo: jest.fn() };
      const queue = commitQueue(countingLog([failing(code)]), tmpdir(), recent);
      const failed = [queue.run(() => () => 1), queue.run(() => () => 2)];
      for (const run of failed) await expect(run).rejects.toMatchObject({ code: 'storage-full' });
      expect(recent.undo).toHaveBeenCalledTimes(1);
      expect(recent.keep).not.toHaveBeenCalled();
      expect(await queue.run(() => () => 3)).toBe(3);
    },
  );

  it('tells every other failure of the storage as such', async () => {
    const queue = commitQueue(countingLog([failing(5), 'odd']), tmpdir(), recentIds());
    await expect(queue.run(() => () => 1)).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(queue.run(() => () => 1)).rejects.toMatchObject({ code: 'storage-failed' });
  });
});
