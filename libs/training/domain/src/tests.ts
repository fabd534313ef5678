import type { Results } from './training';

export type TestSummary = {
  /** Participants of whom both papers were handed in. */
  readonly pairs: number;
  /** Those of whom one is missing: they enter no gain. */
  readonly unpaired: number;
  /** Sum of (post − pre) / max over the pairs, to 9 decimals. */
  readonly gain: number;
};

const SCALE = 1e9;

/** Tests paired by participant, and only so. */
export const testSummary = (results: Iterable<Results>): TestSummary => {
  const all = [...results];
  const gains = all.flatMap(({ pre, post, max }) =>
    pre === null || post === null ? [] : [(post - pre) / max],
  );
  // added in one order, so that the order of the papers changes no last digit
  const total = gains.sort((one, other) => one - other).reduce((sum, gain) => sum + gain, 0);
  return {
    pairs: gains.length,
    unpaired: all.length - gains.length,
    gain: Math.round(total * SCALE) / SCALE,
  };
};
