import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Order, Told } from './follower.examples';

const ROOT = resolve(__dirname, '../../../..');

// reads the sources as they are: nothing is built where suites run
const SCRIPT = `
  const Module = require('node:module');
  const { join } = require('node:path');
  const { transformFileSync } = require('@swc/core');
  const [root, main, order] = process.argv.slice(1);
  const { paths } = require(join(root, 'tsconfig.base.json')).compilerOptions;
  const options = {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs', importInterop: 'node' },
  };
  require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
  const resolveFilename = Module._resolveFilename;
  Module._resolveFilename = (name, ...rest) =>
    resolveFilename(paths[name] ? join(root, paths[name][0]) : name, ...rest);
  process.stdin.on('end', () => process.exit(0)).resume();
  require(join(main, 'follower.examples.ts')).obey(JSON.parse(order));`;

export type Follower = {
  /** What it has told so far. */
  readonly told: readonly Told[];
  /** Resolves when it has told something like this; rejects when it ends before. */
  readonly tells: (wanted: (told: Told) => boolean) => Promise<void>;
  readonly signal: (name: 'SIGSTOP' | 'SIGCONT') => void;
  readonly kill: () => Promise<void>;
  /** The signal it ended by. */
  readonly ended: Promise<unknown>;
};

const reading = (child: ChildProcess) => {
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  if (child.stdout === null) throw new Error('the child has no output');
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said: Told = JSON.parse(line);
    told.push(said);
    waiting.forEach((look) => look());
  });
  const tells = (wanted: (said: Told) => boolean) =>
    new Promise<void>((done, fail) => {
      const look = () => {
        if (!told.some(wanted)) return;
        waiting.delete(look);
        done();
      };
      waiting.add(look);
      child.once('exit', () => fail(new Error(`it ended, having told ${JSON.stringify(told.slice(-3))}`)));
      look();
    });
  return { told, tells };
};

/** A process of its own that follows, or rebuilds. */
export const startFollower = (order: Order): Follower => {
  const child = spawn(process.execPath, ['-e', SCRIPT, ROOT, join(__dirname), JSON.stringify(order)], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([, signal]: unknown[]) => signal);
  return {
    ...reading(child),
    signal: (name) => void child.kill(name),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
  };
};
