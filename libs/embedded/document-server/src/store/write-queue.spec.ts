import { ServerFault } from '../faults';
import { writeQueue } from './write-queue';

/** A map whose commits are undone as a whole when they throw. */
const memory = () => {
  let kept: readonly string[] = [];
  const commits: number[] = [];
  const state: string[] = [];
  const commit = (action: () => void): void => {
    state.splice(0, state.length, ...kept);
    action();
    commits.push(state.length - kept.length);
    kept = [...state];
  };
  return { commit, commits, put: (value: string) => void state.push(value), kept: () => kept };
};

describe('the write queue', () => {
  it('commits together what arrives together', async () => {
    const { commit, commits, put, kept } = memory();
    const queue = writeQueue(commit);
    await Promise.all(['a', 'b', 'c'].map((value) => queue.write(() => put(value))));
    await queue.write(() => put('d'));
    expect(commits).toEqual([3, 1]);
    expect(kept()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lets a refused action leave its neighbours alone', async () => {
    const { commit, commits, put, kept } = memory();
    const queue = writeQueue(commit);
    const refuse = (): never => {
      throw new ServerFault(11000, 'twice');
    };
    const results = await Promise.allSettled([
      queue.write(() => put('a')),
      queue.write(refuse),
      queue.write(() => put('b')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect([commits, kept()]).toEqual([[2], ['a', 'b']]);
  });

  it('undoes the group for a broken action and fails only that one', async () => {
    const { commit, put, kept } = memory();
    const queue = writeQueue(commit);
    const fail = (): never => {
      put('half');
      throw new TypeError('a bug');
    };
    const results = await Promise.allSettled([
      queue.write(() => put('a')),
      queue.write(fail),
      queue.write(() => put('b')),
    ]);
    expect(results[1]).toMatchObject({ status: 'rejected', reason: { message: 'a bug' } });
    expect(kept()).toEqual(['a', 'b']);
  });

  it('says that the disk is full', async () => {
    const queue = writeQueue(() => {
      throw new Error('No space left on device');
    });
    await expect(queue.write(() => 1)).rejects.toMatchObject({ code: 14031 });
  });

  it('acknowledges nothing whose commit fails after it ran', async () => {
    const queue = writeQueue((action) => {
      action();
      throw new Error('ENOSPC: no space left on device');
    });
    const answers = await Promise.allSettled([queue.write(() => 1), queue.write(() => 2)]);
    const full = { status: 'rejected', reason: { code: 14031 } };
    expect(answers).toMatchObject([full, full]);
  });

  it('is idle once all is settled', async () => {
    const { commit, put, kept } = memory();
    const queue = writeQueue(commit);
    const written = queue.write(() => put('a'));
    await queue.idle();
    expect(kept()).toEqual(['a']);
    await written;
  });
});
