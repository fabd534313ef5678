import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const MAIN = join(__dirname, '../../apps/stack/src/main.js');

export type Stack = {
  readonly url: string;
  /** The launcher and its children. */
  readonly pids: readonly number[];
  /** Ctrl-C; resolves when everything is gone. */
  readonly stop: () => Promise<void>;
  /** kill -9 of the launcher and its children, all at once; resolves when they are gone. */
  readonly kill: () => Promise<void>;
};

const childrenOf = (pid: number): readonly number[] =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)])
    .toString()
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [Number(line)]))
    .filter((child) => existsSync(`/proc/${child}/cwd`));

const killed = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
};

/** Runs what `npm start` runs, without the demonstration; resolves when it listens. */
export const startStack = async (
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Stack> => {
  const child = spawn(process.execPath, [MAIN, '--empty'], {
    env: { PATH: process.env['PATH'], PORT: '0', BENKAN_TERRITORY: 'core', BENKAN_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // a bench that is interrupted leaves no launcher; its children end with it
  process.once('exit', () => child.kill('SIGKILL'));
  const gone = once(child, 'close');
  const said = new Promise<string>((resolve) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const url = /Benkan écoute sur (\S+)/.exec(text)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([
    said,
    gone.then(([status]): never => {
      throw new Error(`the stack ended with status ${status}`);
    }),
  ]);
  const launcher = child.pid ?? 0;
  const pids = [launcher, ...childrenOf(launcher)];
  return {
    url,
    pids,
    stop: async () => {
      child.kill('SIGINT');
      await gone;
    },
    kill: async () => {
      for (const pid of pids) killed(pid);
      await gone;
    },
  };
};
