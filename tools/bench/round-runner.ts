import type { Figures, Ratio, Spread } from './bench';
import { cpuMs } from './cpu';
import { median, spread } from './statistics';

/** The work of one round: `run` is timed, `after` is not. */
export type Work = {
  readonly operations: number;
  readonly run: () => Promise<void>;
  readonly after?: () => Promise<void>;
};

/** One way of doing something. */
export type Side = {
  readonly name: string;
  /** Makes a round ready, outside the time that is taken. `effort` is the share (0 to 1) of the work to prepare. */
  readonly prepare: (round: number, effort: number) => Promise<Work>;
  /** Other processes that do a part of this work. */
  readonly alsoCpuOf?: readonly number[];
};

/** Milliseconds: a wall clock, and the processor time of this process and others. */
export type Clock = { readonly now: () => number; readonly cpu: (others: readonly number[]) => number };

export type Comparison = {
  readonly numerator: Side;
  /** The slowest of them counts, in each round anew. */
  readonly denominators: readonly [Side, ...Side[]];
  /** Rounds measured; the first is thrown away. */
  readonly rounds: number;
  /** Operations a second, or seconds an operation. */
  readonly by?: 'rate' | 'seconds';
  readonly clock?: Clock;
};

type Sample = { readonly value: number; readonly cpuMs: number; readonly seconds: number };

const realClock: Clock = { now: () => performance.now(), cpu: cpuMs };

const sampler =
  (by: 'rate' | 'seconds', clock: Clock) =>
  async ({ prepare, alsoCpuOf = [] }: Side, round: number, effort: number): Promise<Sample> => {
    const { operations, run, after } = await prepare(round, effort);
    const [cpu, started] = [clock.cpu(alsoCpuOf), clock.now()];
    await run();
    const seconds = (clock.now() - started) / 1_000;
    const spent = clock.cpu(alsoCpuOf) - cpu;
    await after?.();
    const value = by === 'rate' ? operations / seconds : seconds / operations;
    return { value, seconds, cpuMs: spent / operations };
  };

const figuresOf = ({ name }: Side, samples: readonly Sample[]): Figures => ({
  name,
  value: median(samples.map(({ value }) => value)),
  cpuMs: median(samples.map(({ cpuMs: spent }) => spent)),
});

const FIRST_EFFORT = 0.25;
const LEAST_EFFORT = 0.02;
/** Long enough to be more than noise, short enough for eight rounds of several sides. */
const SECONDS_A_SIDE = 1.5;

/** How much of the work the next rounds do, so that the slowest side takes about the time it is given. */
const effortAfter = (samples: readonly Sample[]): number => {
  const longest = Math.max(...samples.map(({ seconds }) => seconds));
  return Math.min(1, Math.max(LEAST_EFFORT, (FIRST_EFFORT * SECONDS_A_SIDE) / longest));
};

/** A share of a count, at least one. */
export const scaled = (count: number, effort: number): number => Math.max(1, Math.round(count * effort));

type Rounds = readonly (readonly Sample[])[];

/** The samples of every round but the first, side by side. */
const measuredRounds = async (
  { rounds, by = 'rate', clock = realClock }: Comparison,
  sides: readonly Side[],
): Promise<Rounds> => {
  const sample = sampler(by, clock);
  const kept: (readonly Sample[])[] = [];
  let effort = FIRST_EFFORT;
  for (let round = 0; round < rounds; round += 1) {
    const samples: Sample[] = [];
    for (const side of sides) samples.push(await sample(side, round, effort));
    if (round > 0) kept.push(samples);
    else effort = effortAfter(samples);
  }
  return kept;
};

const ratioOf = (kept: Rounds, slowest: (values: readonly number[]) => number): Spread =>
  spread(kept.map(([first, ...others]) => (first?.value ?? NaN) / slowest(others.map(({ value }) => value))));

/**
 * Measures all sides in turn, round after round (ABAB…), so that a slow minute of the machine slows both.
 * The ratio is taken within each round; the first round warms up, tells how much work fits, and is thrown away.
 */
export const compare = async (comparison: Comparison): Promise<Ratio> => {
  const { numerator, denominators, rounds, by = 'rate' } = comparison;
  if (rounds < 2) throw new RangeError('the first round is thrown away: at least two are needed');
  const kept = await measuredRounds(comparison, [numerator, ...denominators]);
  const slowest = (values: readonly number[]) => (by === 'rate' ? Math.min(...values) : Math.max(...values));
  const figures = (side: Side, index: number) =>
    figuresOf(
      side,
      kept.flatMap((samples) => samples[index] ?? []),
    );
  const bottoms = denominators.map((side, index) => figures(side, index + 1));
  const bound = slowest(bottoms.map(({ value }) => value));
  const denominator = bottoms.find(({ value }) => value === bound);
  if (denominator === undefined) throw new Error('no denominator was measured');
  return {
    unit: by === 'rate' ? '/s' : 's',
    numerator: figures(numerator, 0),
    denominator,
    ratio: ratioOf(kept, slowest),
    rounds: kept.length,
    notes: [],
  };
};
