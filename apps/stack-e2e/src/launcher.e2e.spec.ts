import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientOf } from './client';
import { childrenOf, isRunning } from './processes';
import { launch, startStack, throwAwayFolder } from './stack';

const MINUTES = 60_000;
const STOPS_WITHIN_MS = 5_000;

type Folder = Awaited<ReturnType<typeof throwAwayFolder>>;

/** Everything a launcher that did not start says of it. */
const oneLine = (text: string): string => {
  expect(text).toMatch(/^benkan: [^\n]+\n$/);
  return text.trim();
};

const seconds = async (work: Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work;
  return performance.now() - from;
};

describe('the launcher', () => {
  let folder: Folder;

  beforeEach(async () => {
    folder = await throwAwayFolder();
  });
  afterEach(() => folder.remove());

  it(
    'starts without data, keeps its folder to itself, and ends with Ctrl-C in a terminal',
    async () => {
      const stack = await startStack({ folder: folder.path, args: ['--empty'], ownGroup: true });
      await stack.says('Ctrl-C pour arrêter');
      expect(stack.printed()).toContain('Aucune donnée : importez vos feuilles');
      const client = clientOf(stack.url);
      const committees = await client.get<{ items: unknown[] }>('auditor', '/v1/committees');
      expect([committees.status, committees.body.items]).toEqual([200, []]);

      const second = launch({ folder: folder.path, args: ['--empty'] });
      expect(await second.ended).toBe(1);
      expect(oneLine(second.complained())).toContain('is in use by another running');
      expect(second.printed()).toBe(second.complained());
      expect((await client.get(null, '/health/ready')).status).toBe(200);

      const children = [...childrenOf(stack.process.pid ?? 0).values()];
      expect(children).toHaveLength(2);
      // the whole group hears it
      process.kill(-(stack.process.pid ?? 0), 'SIGINT');
      expect(await seconds(stack.ended)).toBeLessThan(STOPS_WITHIN_MS);
      expect(await stack.ended).toBe(0);
      expect(children.filter(isRunning)).toEqual([]);
      expect(stack.complained()).toBe('');
    },
    2 * MINUTES,
  );

  it(
    'says in one line that a port is taken',
    async () => {
      const taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      const { port } = taken.address() as AddressInfo;
      try {
        const { ended, complained, printed } = launch({
          folder: folder.path,
          args: ['--empty'],
          env: { PORT: String(port) },
        });
        expect(await ended).toBe(1);
        expect(oneLine(complained())).toContain(`port ${port} is taken`);
        expect(printed()).toBe(complained());
      } finally {
        taken.close();
      }
    },
    2 * MINUTES,
  );

  it(
    'says every mistake of flags and environment at once',
    async () => {
      const { ended, printed } = launch({
        folder: folder.path,
        args: ['--empty', '--everything', 'now'],
        env: { PORT: 'eighty', LOG_LEVEL: 'loud', HOST: '0.0.0.0' },
      });
      expect(await ended).toBe(1);
      for (const named of ['PORT: ', 'LOG_LEVEL: ', 'HOST: ', '--everything: unknown flag', 'now: unknown'])
        expect(printed()).toContain(named);
      expect(printed().match(/benkan: /g)).toHaveLength(1);
    },
    MINUTES,
  );

  it.each([
    ['of another kind', '{"kind":"real","format":1,"demonstration":"none"}', 'not a demonstration directory'],
    ['of a newer program', '{"kind":"demo","format":99,"demonstration":"none"}', 'newer Benkan'],
    ['that cannot be read', '{"kind":', 'cannot be read'],
  ])(
    'leaves a directory %s alone',
    async (_, marker, why) => {
      await mkdir(folder.path);
      await writeFile(join(folder.path, 'benkan.json'), marker);
      const { ended, complained } = launch({ folder: folder.path, args: ['--empty'] });
      expect(await ended).toBe(1);
      expect(oneLine(complained())).toContain(why);
      expect(await readdir(folder.path)).toEqual(['benkan.json']);
      expect(await readFile(join(folder.path, 'benkan.json'), 'utf8')).toBe(marker);
    },
    MINUTES,
  );

  it(
    'leaves nothing of an ephemeral start',
    async () => {
      const temporary = await mkdtemp(join(tmpdir(), 'benkan-e2e-'));
      const ours = async () => (await readdir(temporary)).filter((name) => name.startsWith('benkan-'));
      try {
        const stack = await startStack({
          folder: folder.path,
          args: ['--empty', '--ephemeral'],
          env: { TMPDIR: temporary },
        });
        await stack.says('Ctrl-C pour arrêter');
        expect(await ours()).toHaveLength(1);
        await stack.stop();
        expect(await stack.ended).toBe(0);
        expect(await ours()).toEqual([]);
        await expect(readdir(folder.path)).rejects.toThrow('ENOENT');
      } finally {
        await rm(temporary, { recursive: true, force: true });
      }
    },
    2 * MINUTES,
  );

  it.each(['servers', 'services'] as const)(
    'ends with one line when the %s die',
    async (name) => {
      const stack = await startStack({ folder: folder.path, args: ['--empty'] });
      await stack.says('Ctrl-C pour arrêter');
      const children = childrenOf(stack.process.pid ?? 0);
      process.kill(children.get(name) ?? 0, 'SIGKILL');
      expect(await seconds(stack.ended)).toBeLessThan(STOPS_WITHIN_MS);
      expect(await stack.ended).toBe(1);
      expect(oneLine(stack.complained())).toContain(`the ${name} ended (SIGKILL)`);
      expect([...children.values()].filter(isRunning)).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'takes its children along when it is killed, and starts again on the same folder',
    async () => {
      const killed = await startStack({ folder: folder.path, args: ['--empty'] });
      const children = [...childrenOf(killed.process.pid ?? 0).values()];
      killed.process.kill('SIGKILL');
      // heard to the end: nobody holds its output any more
      expect(await killed.ended).toBeNull();
      expect(children.filter(isRunning)).toEqual([]);
      const again = await startStack({ folder: folder.path, args: ['--empty'] });
      await again.stop();
      expect(await again.ended).toBe(0);
    },
    2 * MINUTES,
  );

  it(
    'says which child died also in the middle of the import',
    async () => {
      const { child, says, ended, complained } = launch({ folder: folder.path });
      await says('Benkan écoute sur ');
      process.kill(childrenOf(child.pid ?? 0).get('services') ?? 0, 'SIGKILL');
      expect(await ended).toBe(1);
      expect(complained()).toContain('benkan: the services ended (SIGKILL)');
    },
    2 * MINUTES,
  );

  it.each([
    ['while it starts', '', 'the servers'],
    ['in the middle of the import', 'Benkan écoute sur ', 'the import'],
  ])(
    'ends with Ctrl-C %s',
    async (_, moment) => {
      const { child, says, ended, complained } = launch({ folder: folder.path });
      await (moment === '' ? servers(child.pid ?? 0) : says(moment));
      const children = [...childrenOf(child.pid ?? 0).values()];
      child.kill('SIGINT');
      expect(await seconds(ended)).toBeLessThan(STOPS_WITHIN_MS);
      expect(await ended).toBe(0);
      expect(complained()).toBe('');
      expect(children.filter(isRunning)).toEqual([]);
    },
    2 * MINUTES,
  );
});

/** Resolves once a launcher has started its first child. */
const servers = async (launcher: number): Promise<void> => {
  while (!childrenOf(launcher).has('servers')) await new Promise((turn) => setImmediate(turn));
};
