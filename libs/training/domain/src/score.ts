import type { Results } from './training';

/** Whether a paper got more points than the test has. */
export const exceedsMaximum = ({ pre, post, max }: Results): boolean =>
  [pre, post].some((score) => score !== null && score > max);
