import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isGone, newOwner } from './owner';

const child = () => spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: 'pipe' });

// the name a process would give itself, but for its start
const named = (pid: number, started: string): string => {
  const [machine, , , chance] = newOwner().split('.');
  return [machine, pid, started, chance].join('.');
};

describe('the name of an owner', () => {
  it('is another at each start', () => expect(newOwner()).not.toBe(newOwner()));

  it('tells that this very process lives', () => expect(isGone(newOwner())).toBe(false));

  it('tells that a process lives, and that it ended', async () => {
    const process = child();
    const exited = once(process, 'exit');
    const owner = named(process.pid ?? 0, '');
    expect(isGone(owner)).toBe(false);
    process.kill('SIGKILL');
    await exited;
    expect(isGone(owner)).toBe(true);
  });

  it('is not fooled by a number that was given out again', () => {
    const [machine, pid, started, chance] = newOwner().split('.');
    expect(started).toMatch(/^\d*$/);
    // where starts are told at all
    if (started !== '') expect(isGone([machine, pid, `${started}1`, chance].join('.'))).toBe(true);
  });

  it('of another machine, or of no kind we know, tells nothing', () => {
    expect(isGone(newOwner().replace(/^[0-9a-f]+/, 'elsewhere'))).toBe(false);
    expect(isGone('somebody')).toBe(false);
    expect(isGone(newOwner().replace(/\.\d+\./, '.nobody.'))).toBe(false);
  });
});
