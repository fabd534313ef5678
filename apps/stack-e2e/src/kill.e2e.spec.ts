import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { clientOf } from './client';
import { launch, startStack, throwAwayFolder } from './stack';

const EXPECTED = resolve(__dirname, '../../../data/demo/expected.json');
const KILLS = 10;
const MINUTES = 60_000;

/** The children of a launcher: the servers and the services. */
const childrenOf = (pid: number): readonly number[] =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)])
    .toString()
    .trim()
    .split(/\s+/)
    .map(Number)
    .sort((a, b) => a - b);

/** Lets so many answers of the stack pass: time inside a file, measured in what the stack does. */
const alive = async (url: string, answers: number): Promise<void> => {
  for (let n = 0; n < answers; n += 1) await (await fetch(`${url}/health/live`)).text();
};

/** A deterministic place in the import for each kill: after so many files. */
const afterFiles = (kill: number): number => (kill * 7) % 20;

describe('kill -9 of either process in the middle of the import', () => {
  it(
    'loses nothing and doubles nothing, ten times over',
    async () => {
      const folder = await throwAwayFolder();
      try {
        for (let kill = 0; kill < KILLS; kill += 1) {
          const { child, says, ended, printed } = launch({ folder: folder.path });
          await says('Benkan écoute sur ');
          await Promise.race([says(`${afterFiles(kill)}/21 fichiers`), says('Ctrl-C pour arrêter')]);
          await alive(/Benkan écoute sur (\S+)/.exec(printed())?.[1] ?? '', kill * 5);
          const victim = childrenOf(child.pid ?? 0)[kill % 2];
          expect(victim).toBeGreaterThan(0);
          process.kill(victim ?? 0, 'SIGKILL');
          expect(await ended).toBe(1);
          expect(printed()).toMatch(/benkan: the (servers|services) ended \(SIGKILL\)/);
        }
        const stack = await startStack({ folder: folder.path });
        await stack.says('Ctrl-C pour arrêter');
        const items = await clientOf(stack.url).indicators();
        const expected = JSON.parse((await readFile(EXPECTED)).toString()) as {
          indicators: Record<
            string,
            { numerator?: number; denominator?: number; unique?: number; count?: number; pairs?: number }
          >;
        };
        const national = items.filter(({ territory }) => territory.level === 'COUNTRY');
        for (const { code, numerator, denominator } of national) {
          const { unique, count, pairs, ...share } = expected.indicators[code] ?? {};
          expect([code, numerator]).toEqual([code, unique ?? count ?? share.numerator ?? numerator]);
          expect([code, denominator]).toEqual([code, pairs ?? share.denominator ?? denominator]);
        }
        await stack.stop();
      } finally {
        await folder.remove();
      }
    },
    10 * MINUTES,
  );
});
