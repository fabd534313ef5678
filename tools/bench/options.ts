import { parseArgs } from 'node:util';
import type { Bench } from './bench';

export type Options = {
  readonly ids: readonly string[];
  readonly full: boolean;
  readonly rounds: number;
  /** File of the results as JSON. */
  readonly out: string;
  /** Page whose table is replaced. */
  readonly markdown: string | undefined;
};

const FEWEST_ROUNDS = 8;

export const USAGE = `npm run bench [-- [B1 B2/100 …] [--full] [--rounds ${FEWEST_ROUNDS}] [--out FILE] [--markdown FILE]]`;

/** What the command line asks for. Throws a `TypeError` that says what is wrong with it. */
export const optionsOf = (args: readonly string[]): Options => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      full: { type: 'boolean', default: false },
      rounds: { type: 'string', default: String(FEWEST_ROUNDS) },
      out: { type: 'string', default: '.nx/bench.json' },
      markdown: { type: 'string' },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 2) throw new TypeError('--rounds is a whole number, 2 or more');
  return { ids: positionals, full: values.full, rounds, out: values.out, markdown: values.markdown };
};

/** The benches an id names: itself (`B2/100`) or its family (`B2`). All when none is named. */
export const chosen = (benches: readonly Bench[], ids: readonly string[]): readonly Bench[] => {
  const names = (wanted: string, { id }: Bench): boolean =>
    id.toLowerCase() === wanted.toLowerCase() || id.toLowerCase().startsWith(`${wanted.toLowerCase()}/`);
  const unknown = ids.filter((wanted) => !benches.some((bench) => names(wanted, bench)));
  if (unknown.length > 0)
    throw new TypeError(
      `${unknown.join(', ')}: no such bench; there are ${benches.map(({ id }) => id).join(' ')}`,
    );
  return ids.length === 0 ? benches : benches.filter((bench) => ids.some((wanted) => names(wanted, bench)));
};
