import { compare, scaled, type Clock, type Side, type Work } from './round-runner';
import { median, quantile, spread } from './statistics';
import { dealt, inLanes, noting } from './lanes';

/** A clock that only moves when work is done. */
const ownClock = () => {
  let [wall, cpu] = [0, 0];
  const clock: Clock = { now: () => wall, cpu: (others) => cpu + others.length };
  const work = (operations: number, ms: number): Work => ({
    operations,
    run: async () => {
      wall += ms;
      cpu += ms / 2;
    },
  });
  const pass = (ms: number) => {
    wall += ms;
    cpu += ms;
  };
  return { clock, work, pass };
};

const side = (name: string, prepare: Side['prepare']): Side => ({ name, prepare });

describe('statistics', () => {
  it('take the middle, or the middle of the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
  });

  it('interpolate quartiles between neighbours', () => {
    expect(spread([1, 2, 3, 4, 5])).toEqual({ q1: 2, median: 3, q3: 4 });
    expect(quantile([10, 20], 0.25)).toBe(12.5);
    expect(quantile([10, 20, 30], 1)).toBe(30);
    expect(quantile([10, 20, 30], 0)).toBe(10);
  });

  it('sort as numbers, and leave what they were given alone', () => {
    const values = [10, 9, 100];
    expect(median(values)).toBe(10);
    expect(values).toEqual([10, 9, 100]);
  });

  it('say nothing of nothing', () => expect(() => median([])).toThrow(RangeError));
});

describe('a comparison', () => {
  it('takes all sides in turn, round after round, and throws the first round away', async () => {
    const { clock, work } = ownClock();
    const heard: string[] = [];
    const heardSide = (name: string, ms: (round: number) => number) =>
      side(name, async (round) => {
        heard.push(`${name}${round}`);
        return work(100, ms(round));
      });
    const ratio = await compare({
      numerator: heardSide('a', (round) => (round === 0 ? 10_000 : 200)),
      denominators: [heardSide('b', () => 100)],
      rounds: 3,
      clock,
    });
    expect(heard).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
    expect(ratio).toMatchObject({ unit: '/s', rounds: 2, ratio: { q1: 0.5, median: 0.5, q3: 0.5 } });
    expect(ratio.numerator).toEqual({ name: 'a', value: 500, cpuMs: 1 });
    expect(ratio.denominator).toEqual({ name: 'b', value: 1_000, cpuMs: 0.5 });
  });

  it('divides within each round: a slow minute that slows both sides changes nothing', async () => {
    const { clock, work } = ownClock();
    const slowness = [1, 1, 50, 3, 7];
    const { ratio } = await compare({
      numerator: side('a', async (round) => work(10, 30 * (slowness[round] ?? 1))),
      denominators: [side('b', async (round) => work(10, 15 * (slowness[round] ?? 1)))],
      rounds: slowness.length,
      clock,
    });
    expect(ratio.q1).toBeCloseTo(0.5);
    expect(ratio.q3).toBeCloseTo(0.5);
  });

  it('divides by the slowest of several, whichever that is in a round', async () => {
    const { clock, work } = ownClock();
    const { ratio, denominator } = await compare({
      numerator: side('a', async () => work(1, 40)),
      denominators: [
        side('b', async (round) => work(1, round === 1 ? 20 : 5)),
        side('c', async () => work(1, 10)),
      ],
      rounds: 4,
      clock,
    });
    expect(ratio).toEqual({ q1: 0.25, median: 0.25, q3: 0.375 });
    expect(denominator.name).toBe('c');
  });

  it('by seconds, divides times and calls the longest the slowest', async () => {
    const { clock, work } = ownClock();
    const { ratio, unit, numerator } = await compare({
      numerator: side('a', async () => work(1, 3_000)),
      denominators: [side('b', async () => work(1, 2_000)), side('c', async () => work(1, 1_000))],
      rounds: 2,
      by: 'seconds',
      clock,
    });
    expect({ unit, median: ratio.median, value: numerator.value }).toEqual({
      unit: 's',
      median: 1.5,
      value: 3,
    });
  });

  it('takes no time for what comes before and after the work', async () => {
    const { clock, work, pass } = ownClock();
    const { numerator } = await compare({
      numerator: side('a', async () => {
        pass(5_000);
        return { ...work(1, 100), after: async () => pass(9_000) };
      }),
      denominators: [side('b', async () => work(1, 100))],
      rounds: 2,
      clock,
    });
    expect(numerator).toEqual({ name: 'a', value: 10, cpuMs: 50 });
  });

  it('does so much work that the slowest side takes a second and a half', async () => {
    const { clock, work } = ownClock();
    const efforts: number[] = [];
    const slow = side('slow', async (_round, effort) => {
      efforts.push(effort);
      return work(scaled(1_000, effort), scaled(1_000, effort) * 6);
    });
    const quick = side('quick', async (_round, effort) => work(scaled(1_000, effort), 1));
    await compare({ numerator: quick, denominators: [slow], rounds: 3, clock });
    expect(efforts).toEqual([0.25, 0.25, 0.25]);
    efforts.length = 0;
    await compare({
      numerator: slow,
      denominators: [side('slower', async () => work(1, 15_000))],
      rounds: 2,
      clock,
    });
    expect(efforts).toEqual([0.25, 0.025]);
  });

  it.each([
    [1, 1],
    [1_000_000, 0.02],
  ])('never does more than all of it, nor next to nothing: %d ms', async (ms, effort) => {
    const { clock, work } = ownClock();
    const efforts: number[] = [];
    const one = side('one', async (_round, share) => {
      efforts.push(share);
      return work(1, ms);
    });
    await compare({ numerator: one, denominators: [one], rounds: 2, clock });
    expect(efforts.at(-1)).toBe(effort);
  });

  it('needs a round beside the one it throws away', async () => {
    const { clock, work } = ownClock();
    const same = side('a', async () => work(1, 1));
    await expect(compare({ numerator: same, denominators: [same], rounds: 1, clock })).rejects.toThrow(
      RangeError,
    );
  });

  it('counts real time and real processor time', async () => {
    const busy = side('busy', async () => ({
      operations: 1,
      run: async () => {
        const until = performance.now() + 30;
        while (performance.now() < until);
      },
    }));
    const { numerator } = await compare({ numerator: busy, denominators: [busy], rounds: 2, by: 'seconds' });
    expect(numerator.value).toBeGreaterThanOrEqual(0.03);
    expect(numerator.cpuMs).toBeGreaterThan(0);
  });
});

describe('lanes', () => {
  it('run side by side, each in its own order', async () => {
    const heard: string[] = [];
    const task = (name: string) => async () => {
      heard.push(`${name} begins`);
      await Promise.resolve();
      heard.push(`${name} ends`);
    };
    await inLanes(dealt(['1', '2', '3'].map(task), 2));
    expect(heard).toEqual(['1 begins', '2 begins', '1 ends', '2 ends', '3 begins', '3 ends']);
  });

  it('fail when a task fails', async () => {
    await expect(inLanes([[() => Promise.reject(new Error('lost'))]])).rejects.toThrow('lost');
  });

  it('note how long each task took', async () => {
    const latencies: number[] = [];
    await noting(latencies, async () => undefined)();
    expect(latencies).toHaveLength(1);
  });
});
