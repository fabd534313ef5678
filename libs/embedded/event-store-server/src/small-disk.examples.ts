import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A file system of its own, in memory, that is gone with the process that holds it. */
export type SmallDisk = {
  /** A file on it, as this process sees it. */
  seen(name: string): string;
  /** Runs a server over a folder on it. */
  serve(folder: string): Promise<DiskServer>;
  remove(): Promise<void>;
};

export type DiskServer = {
  readonly url: string;
  /** What it wrote to its standard error. */
  complaints(): string;
  /** SIGKILL; gives the signal or the code that it ended with. */
  kill(): Promise<unknown>;
};

const SERVER = `
  const { Worker } = require('node:worker_threads');
  const worker = new Worker(process.argv[1], { workerData: JSON.parse(process.argv[2]) });
  worker.on('message', (message) => console.log(JSON.stringify(message)));`;
const HOLD = 'mount -t tmpfs -o size="$1" small "$2" && echo mounted && exec cat';

const serverFrom = async (command: readonly string[]): Promise<DiskServer> => {
  const child = spawn(command[0] ?? '', command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const exited = once(child, 'exit');
  const told = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), exited]);
  const said = String(told[0]);
  if (!said.includes('"ready"')) throw new Error(`the server did not start: ${said} ${complaints}`);
  const { port }: { port: number } = JSON.parse(said);
  const kill = async (): Promise<unknown> => {
    child.kill('SIGKILL');
    const [code, signal] = await exited;
    return signal ?? code;
  };
  return { url: `esdb://127.0.0.1:${port}?tls=false`, complaints: () => complaints, kill };
};

// a mount of one's own needs no privilege inside a user namespace
const wayIn = (): { readonly create: string; readonly enter: readonly string[] } => {
  const allowed = (way: string): boolean => spawnSync('unshare', [way, 'true']).status === 0;
  if (allowed('-rm')) return { create: '-rm', enter: ['--preserve-credentials', '-U', '-m'] };
  if (allowed('-m')) return { create: '-m', enter: ['-m'] };
  throw new Error('a small file system needs root, or user namespaces');
};

/** Mounts so many bytes under a folder, seen only from inside. */
export const smallDisk = async (folder: string, bytes: number): Promise<SmallDisk> => {
  const inside = join(folder, 'small');
  mkdirSync(inside);
  const { create, enter } = wayIn();
  const holder: ChildProcess = spawn('unshare', [create, 'sh', '-c', HOLD, 'sh', String(bytes), inside], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(holder, 'exit');
  if (holder.stdout) await Promise.race([once(holder.stdout, 'data'), gone]);
  if (holder.exitCode !== null) throw new Error('the small file system could not be mounted');
  const into = ['nsenter', ...enter, '-t', String(holder.pid), process.execPath, '-e', SERVER];
  return {
    seen: (name) => join('/proc', String(holder.pid), 'root', inside, name),
    serve: (name) => {
      const options = { folder: join(inside, name), port: 0, host: '127.0.0.1' };
      return serverFrom([...into, join(__dirname, 'boot.cjs'), JSON.stringify(options)]);
    },
    remove: async () => {
      holder.stdin?.end();
      await gone;
    },
  };
};
