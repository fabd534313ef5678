import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { clientOf } from './client';
import { childrenOf } from './processes';
import { launch, startStack, throwAwayFolder } from './stack';

const EXPECTED = resolve(__dirname, '../../../data/demo/expected.json');
const KILLS = 10;
const MINUTES = 60_000;

/** Lets so many answers of the stack pass: time inside a file, measured in what the stack does. */
const alive = async (url: string, answers: number): Promise<void> => {
  for (let n = 0; n < answers; n += 1) await (await fetch(`${url}/health/live`)).text();
};

/** A deterministic place in the import for each kill: after so many files. */
const afterFiles = (kill: number): number => (kill * 7) % 20;

/** Starts over a folder and kills the servers or the services, by turns, somewhere in the import. */
const killOnce = async (folder: string, kill: number): Promise<void> => {
  const { child, says, ended, printed } = launch({ folder });
  await says('Benkan écoute sur ');
  await Promise.race([says(`${afterFiles(kill)}/21 fichiers`), says('Ctrl-C pour arrêter')]);
  await alive(/Benkan écoute sur (\S+)/.exec(printed())?.[1] ?? '', kill * 5);
  const victim = childrenOf(child.pid ?? 0).get(kill % 2 === 0 ? 'servers' : 'services');
  expect(victim).toBeGreaterThan(0);
  process.kill(victim ?? 0, 'SIGKILL');
  expect(await ended).toBe(1);
  expect(printed()).toMatch(/benkan: the (servers|services) ended \(SIGKILL\)/);
};

type Row = Partial<Record<'numerator' | 'denominator' | 'unique' | 'count' | 'pairs', number>>;
type Expected = { readonly indicators: Readonly<Record<string, Row>> };

const numeratorIn = ({ unique, count, numerator }: Row) => unique ?? count ?? numerator;
const denominatorIn = ({ pairs, denominator }: Row) => pairs ?? denominator;

const expectEveryFigure = async (url: string): Promise<void> => {
  const items = await clientOf(url).indicators();
  const expected = JSON.parse((await readFile(EXPECTED)).toString()) as Expected;
  const national = items.filter(({ territory }) => territory.level === 'COUNTRY');
  for (const { code, numerator, denominator } of national) {
    const row = expected.indicators[code] ?? {};
    expect([code, numerator]).toEqual([code, numeratorIn(row) ?? numerator]);
    expect([code, denominator]).toEqual([code, denominatorIn(row) ?? denominator]);
  }
};

describe('kill -9 of either process in the middle of the import', () => {
  it(
    'loses nothing and doubles nothing, ten times over',
    async () => {
      const folder = await throwAwayFolder();
      try {
        for (let kill = 0; kill < KILLS; kill += 1) await killOnce(folder.path, kill);
        const stack = await startStack({ folder: folder.path });
        await stack.says('Ctrl-C pour arrêter');
        await expectEveryFigure(stack.url);
        await stack.stop();
      } finally {
        await folder.remove();
      }
    },
    10 * MINUTES,
  );
});
