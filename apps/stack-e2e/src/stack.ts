import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MAIN = resolve(__dirname, '../../../dist/apps/stack/src/main.js');

export type RunningStack = {
  readonly url: string;
  readonly process: ChildProcess;
  /** Everything it has printed so far. */
  readonly printed: () => string;
  /** Of that, what went to the error output. */
  readonly complained: () => string;
  /** Resolves when the output contains a text; rejects when the stack ends before. */
  readonly says: (text: string) => Promise<void>;
  /** Resolves with the exit status. */
  readonly ended: Promise<number | null>;
  /** Ctrl-C; resolves when it is gone. Throws when it had ended by itself, with what it said. */
  readonly stop: () => Promise<void>;
};

/** A folder that does not exist yet, and its removal. */
export const throwAwayFolder = async (): Promise<{
  readonly path: string;
  readonly remove: () => Promise<void>;
}> => {
  const parent = await mkdtemp(join(tmpdir(), 'benkan-e2e-'));
  return { path: join(parent, 'data'), remove: () => rm(parent, { recursive: true, force: true }) };
};

export type Launch = {
  readonly folder: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** At the head of a process group of its own, as a shell starts it. */
  readonly ownGroup?: boolean;
};

const launched = new Set<ChildProcess>();

// a test that failed leaves nothing running: the children of a launcher end with it
afterAll(() => {
  for (const child of launched) child.kill('SIGKILL');
});

/** Runs the launcher as a newcomer does, from what was built. */
export const launch = ({ folder, args = [], env = {}, ownGroup = false }: Launch) => {
  const child = spawn(process.execPath, [MAIN, ...args], {
    // nothing moves by itself unless a suite asks for the whole territory
    env: { ...process.env, PORT: '0', BENKAN_TERRITORY: 'core', BENKAN_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
  });
  launched.add(child);
  let [output, complaints] = ['', ''];
  const watchers = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    output += chunk.toString('utf8');
    for (const watch of watchers) watch();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString('utf8');
    hear(chunk);
  });
  // closed, not only gone: by then everything it said was heard
  const ended = once(child, 'close').then(([status]) => status as number | null);

  const says = (text: string): Promise<void> =>
    new Promise((done, failed) => {
      const watch = () => {
        if (!output.includes(text)) return;
        watchers.delete(watch);
        done();
      };
      watchers.add(watch);
      void ended.then((status) =>
        failed(new Error(`the stack ended (${status}) before it said «${text}»:\n${output}`)),
      );
      watch();
    });

  return { child, ended, says, printed: () => output, complained: () => complaints };
};

/** As `launch`, once it listens. */
export const startStack = async (options: Launch): Promise<RunningStack> => {
  const { child, ended, says, printed, complained } = launch(options);
  await says('Benkan écoute sur ');
  const url = /Benkan écoute sur (\S+)/.exec(printed())?.[1];
  if (url === undefined) throw new Error(printed());
  return {
    url,
    process: child,
    printed,
    complained,
    says,
    ended,
    stop: async () => {
      if (!child.kill('SIGINT')) throw new Error(`the stack had ended already:\n${printed()}`);
      await ended;
    },
  };
};
