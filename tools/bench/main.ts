import 'reflect-metadata';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Bench } from './bench';
import { catalogue } from './catalogue';
import { surroundingLines, surroundings, type Surroundings } from './machine';
import { chosen, optionsOf, USAGE, type Options } from './options';
import { withTable } from './page';
import { resultsTable, verdictOf, type Measured } from './table';

const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

// a client that lost its server may wait for ever
const LONGEST_MS = { short: 10 * 60_000, full: 120 * 60_000 };

const inTime = async <Result>(work: Promise<Result>, ms: number): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`did not end within ${ms / 60_000} minutes`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

const measuring = async (bench: Bench, { rounds, full }: Options): Promise<Measured> => {
  try {
    return {
      bench,
      kind: 'ratio',
      ratio: await inTime(bench.measure({ rounds, full }), LONGEST_MS[full ? 'full' : 'short']),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${bench.id}: ${error instanceof Error ? error.stack : reason}\n`);
    return { bench, kind: 'failed', reason };
  }
};

const measureAll = async (benches: readonly Bench[], options: Options): Promise<readonly Measured[]> => {
  const all: Measured[] = [];
  for (const bench of benches) {
    const started = performance.now();
    const measured = await measuring(bench, options);
    const ratio = measured.kind === 'ratio' ? measured.ratio.ratio.median.toFixed(2) : measured.reason;
    say(`  ${bench.id.padEnd(10)} ${ratio} (${((performance.now() - started) / 1_000).toFixed(0)} s)`);
    all.push(measured);
  }
  return all;
};

const asJson = (around: Surroundings, { full, rounds }: Options, all: readonly Measured[]): string => {
  const results = all.map((measured) => {
    const { id, title, bar } = measured.bench;
    const said = measured.kind === 'ratio' ? measured.ratio : { reason: measured.reason };
    return { id, title, bar, verdict: verdictOf(measured), ...said };
  });
  return `${JSON.stringify({ ...around, full, rounds, results }, null, 2)}\n`;
};

const main = async (): Promise<number> => {
  const options = optionsOf(process.argv.slice(2));
  const benches = chosen(catalogue(options.full), options.ids);
  const around = surroundings();
  say('', ...surroundingLines(around), '');
  const all = await measureAll(benches, options);
  const table = resultsTable(all);
  say('', table);
  await mkdir(dirname(options.out), { recursive: true });
  await writeFile(options.out, asJson(around, options, all));
  const { markdown } = options;
  if (markdown !== undefined) {
    const page = await readFile(markdown, 'utf8');
    await writeFile(markdown, withTable(page, [...surroundingLines(around), '', table].join('\n')));
  }
  return all.some(({ kind }) => kind === 'failed') ? 1 : 0;
};

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    const problem = error instanceof TypeError ? `${error.message}\n${USAGE}` : String(error);
    process.stderr.write(`bench: ${problem}\n`);
    process.exit(2);
  },
);
