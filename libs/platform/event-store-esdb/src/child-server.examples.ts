import { spawn, spawnSync } from 'node:child_process';
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
  worker.on('message', (message) => console.log(JSON.stringify({ ...message, pid: process.pid })));`;

type Command = readonly [program: string, ...args: string[]];

const commandFor = (folder: string, port: number): Command => {
  const options = JSON.stringify({ folder, port, host: '127.0.0.1' });
  return [process.execPath, '-e', SCRIPT, BOOT, options];
};

type Ready = { readonly kind: string; readonly port: number; readonly pid: number };

/** Servers started one after the other by one process, as it tells of them. */
type Launched = { next(): Promise<Ready>; kill(pid: number): Promise<void> };

const launch = ([program, ...args]: Command): Launched => {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async next() {
      const { value } = await lines.next();
      if (value === undefined) throw new Error('the server did not start');
      const ready: Ready = JSON.parse(value);
      if (ready.kind !== 'ready') throw new Error(value);
      return ready;
    },
    async kill(pid) {
      child.kill('SIGKILL');
      if (pid !== child.pid) process.kill(pid, 'SIGKILL');
      await closed;
    },
  };
};

const serverOf = ({ port, pid }: Ready, launched: Launched): ChildServer => ({
  url: `esdb://127.0.0.1:${port}?tls=false`,
  port,
  pid,
  signal: (name) => void process.kill(pid, name),
  kill: () => launched.kill(pid),
});

export const startChild = async (folder: string, port = 0): Promise<ChildServer> => {
  const launched = launch(commandFor(folder, port));
  return serverOf(await launched.next(), launched);
};

// a server that is killed is followed by another over the same files
const MOUNT = 'mount -t tmpfs -o size="$1" small "$2" && shift 2 && while :; do "$@"; done';

/** The command that gives a process mounts of its own: they are gone when it is. */
const unshare = (): string => {
  const ways = ['-rm', '-m'];
  const way = ways.find((option) => spawnSync('unshare', [option, 'true']).status === 0);
  if (way === undefined) throw new Error('a small file system needs root, or user namespaces');
  return way;
};

export type SmallDiskServer = ChildServer & {
  /** SIGKILL; gives the server that comes after it, at another port. */
  restart(): Promise<SmallDiskServer>;
};

const restartable = async (launched: Launched): Promise<SmallDiskServer> => {
  const server = serverOf(await launched.next(), launched);
  const restart = (): Promise<SmallDiskServer> => {
    process.kill(server.pid, 'SIGKILL');
    return restartable(launched);
  };
  return { ...server, restart };
};

/** A server whose folder, which must exist, is a file system of so many bytes; others see it by `seenFromOutside`. */
export const startOnSmallDisk = (folder: string, bytes: number): Promise<SmallDiskServer> => {
  const command = commandFor(join(folder, 'events'), 0);
  return restartable(
    launch(['unshare', unshare(), 'sh', '-c', MOUNT, 'sh', String(bytes), folder, ...command]),
  );
};

/** A path as the child sees it, from here. */
export const seenFromOutside = (child: ChildServer, path: string): string =>
  join('/proc', String(child.pid), 'root', path);
