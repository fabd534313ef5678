import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** The embedded server in a process of its own, so that it can be killed or stopped. */
export type ChildServer = {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
};

const BOOT = join(dirname(require.resolve('@benkan/event-store-server')), 'boot.cjs');
const SCRIPT = `
  const { Worker } = require('node:worker_threads');
  const worker = new Worker(process.argv[1], { workerData: JSON.parse(process.argv[2]) });
  worker.on('message', (message) => console.log(JSON.stringify(message)));`;

type Command = readonly [program: string, ...args: string[]];

const commandFor = (folder: string, port: number): Command => {
  const options = JSON.stringify({ folder, port, host: '127.0.0.1' });
  return [process.execPath, '-e', SCRIPT, BOOT, options];
};

const firstLine = async (child: ChildProcess): Promise<string> => {
  if (!child.stdout) throw new Error('the child has no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the server did not start');
};

const launch = async ([program, ...args]: Command): Promise<ChildServer> => {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const message: { kind: string; port: number } = JSON.parse(await firstLine(child));
  if (message.kind !== 'ready' || child.pid === undefined) throw new Error(JSON.stringify(message));
  return {
    url: `esdb://127.0.0.1:${message.port}?tls=false`,
    port: message.port,
    pid: child.pid,
    signal: (name) => void child.kill(name),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
};

export const startChild = (folder: string, port = 0): Promise<ChildServer> =>
  launch(commandFor(folder, port));

const MOUNT = 'mount -t tmpfs -o size="$1" small "$2" && shift 2 && exec "$@"';

/** The command that gives a process mounts of its own: they are gone when it is. */
const unshare = (): string => {
  const ways = ['-rm', '-m'];
  const way = ways.find((option) => spawnSync('unshare', [option, 'true']).status === 0);
  if (way === undefined) throw new Error('a small file system needs root, or user namespaces');
  return way;
};

/** A server whose folder, which must exist, is a file system of so many bytes; others see it by `seenFromOutside`. */
export const startOnSmallDisk = (folder: string, bytes: number): Promise<ChildServer> => {
  const command = commandFor(join(folder, 'events'), 0);
  return launch(['unshare', unshare(), 'sh', '-c', MOUNT, 'sh', String(bytes), folder, ...command]);
};

/** A path as the child sees it, from here. */
export const seenFromOutside = (child: ChildServer, path: string): string =>
  join('/proc', String(child.pid), 'root', path);
