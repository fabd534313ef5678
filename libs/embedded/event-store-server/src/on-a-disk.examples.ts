import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SmallDisk } from '@benkan/testing';

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

/** Runs a server over a folder on a small disk. */
export const serveOn = ({ inside, enter }: SmallDisk, folder: string): Promise<DiskServer> => {
  const options = { folder: join(inside, folder), port: 0, host: '127.0.0.1' };
  const boot = join(__dirname, 'boot.cjs');
  return serverFrom([...enter, process.execPath, '-e', SERVER, boot, JSON.stringify(options)]);
};
