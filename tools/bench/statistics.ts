import type { Spread } from './bench';

/** The value below which a share `q` (0 to 1) of the values lies, between neighbours in proportion. */
export const quantile = (values: readonly number[], q: number): number => {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const [below, above] = [Math.floor(place), Math.ceil(place)];
  const [low, high] = [sorted[below] ?? NaN, sorted[above] ?? NaN];
  return low + (high - low) * (place - below);
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const spread = (values: readonly number[]): Spread => ({
  q1: quantile(values, 0.25),
  median: median(values),
  q3: quantile(values, 0.75),
});
