import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** The embedded server in a process of its own, so that it can be killed or stopped. */
export type ChildServer = {
  readonly url: string;
  readonly port: number;
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
};

const BOOT = join(dirname(require.resolve('@benkan/event-store-server')), 'boot.cjs');
const SCRIPT = `
  const { Worker } = require('node:worker_threads');
  const worker = new Worker(process.argv[1], { workerData: JSON.parse(process.argv[2]) });
  worker.on('message', (message) => console.log(JSON.stringify(message)));`;

const firstLine = async (child: ChildProcess): Promise<string> => {
  if (!child.stdout) throw new Error('the child has no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the server did not start');
};

export const startChild = async (folder: string, port = 0): Promise<ChildServer> => {
  const options = JSON.stringify({ folder, port, host: '127.0.0.1' });
  const child = spawn(process.execPath, ['-e', SCRIPT, BOOT, options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const message: { kind: string; port: number } = JSON.parse(await firstLine(child));
  if (message.kind !== 'ready') throw new Error(JSON.stringify(message));
  return {
    url: `esdb://127.0.0.1:${message.port}?tls=false`,
    port: message.port,
    signal: (name) => void child.kill(name),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
};
