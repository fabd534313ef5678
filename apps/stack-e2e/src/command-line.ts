import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const MAIN = resolve(__dirname, '../../../dist/apps/cli/src/main.js');

export type Ran = { readonly status: number; readonly said: string; readonly complained: string };

export type Typing = {
  readonly env?: Readonly<Record<string, string>>;
  /** Piped in, as a secret is. */
  readonly input?: string;
};

/** Runs commands on a data folder, with what an operator set beforehand. */
export const benkanWith =
  ({ env = {}, input }: Typing) =>
  async (folder: string, ...args: readonly string[]): Promise<Ran> => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      env: { ...process.env, BENKAN_DATA: folder, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    let [said, complained] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString('utf8')));
    const [status] = (await once(child, 'close')) as [number | null];
    return { status: status ?? -1, said, complained };
  };

/** Runs a command whose reader leaves before it says anything, as `benkan … | head -0`. */
export const benkanUnheard = async (folder: string, ...args: readonly string[]): Promise<Ran> => {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, BENKAN_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let complained = '';
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString('utf8')));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status: status ?? -1, said: '', complained };
};

/** Runs one command on a data folder, as an operator types it. */
export const benkan = benkanWith({});
