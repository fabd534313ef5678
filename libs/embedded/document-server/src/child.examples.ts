import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { transformFile } from '@swc/core';

const OPTIONS = {
  swcrc: false,
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs', importInterop: 'node' },
} as const;

const isSource = (name: string): boolean => /(?<!\.spec|\.examples|testing)\.(ts|cjs)$/.test(name);

/** Builds the server into a folder, so that each child starts without compiling it again. */
export const buildInto = async (folder: string): Promise<void> => {
  for (const name of (await readdir(__dirname, { recursive: true })).filter(isSource)) {
    const [from, to] = [join(__dirname, name), join(folder, name.replace(/\.ts$/, '.js'))];
    await mkdir(dirname(to), { recursive: true });
    if (name.endsWith('.cjs')) await copyFile(from, to);
    else await writeFile(to, (await transformFile(from, OPTIONS)).code);
  }
};

const SCRIPT = `
  const [built, folder] = process.argv.slice(1);
  require(built).start({ folder }).then(({ url }) => console.log(url));
`;

export interface Child {
  readonly url: string;
  readonly pid: number;
  /** SIGKILL, and gone when it resolves */
  kill(): Promise<void>;
}

// what was built lies elsewhere: its packages are these
const modules = require.resolve('lmdb').replace(/(?<=node_modules).*/s, '');

/** A process of its own that serves `data`, from what `buildInto` built; `enter` are words before its command. */
export const startChild = async (
  built: string,
  data: string,
  enter: readonly string[] = [],
): Promise<Child> => {
  const command = [...enter, process.execPath, '-e', SCRIPT, join(built, 'start.js'), data];
  const child: ChildProcess = spawn(command[0] ?? '', command.slice(1), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_PATH: modules },
  });
  if (child.stdout === null || child.pid === undefined) throw new Error('the child did not start');
  const lines = createInterface(child.stdout);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the child ended with ${String(code)} before it was ready`);
  });
  const [url] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  ended.catch(() => undefined);
  const kill = async (): Promise<void> => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return { url, pid: child.pid, kill };
};
