import type { YouthDefinition } from './youth';

export const INDICATORS = [
  'IND-01',
  'IND-02',
  'IND-03',
  'IND-04',
  'IND-05',
  'IND-06',
  'IND-12',
  'IND-14',
  'IND-20',
] as const;
export type Indicator = (typeof INDICATORS)[number];

/** What an indicator says of one territory; a share keeps its two terms and is never averaged. */
export type Measure = {
  readonly code: Indicator;
  readonly numerator: number;
  /** Null for what is only counted. */
  readonly denominator: number | null;
  /** The quotient, to 6 decimals (5 for a mean gain); null where nothing can be divided. */
  readonly value: number | null;
  readonly unit: 'people' | 'share' | 'count' | 'mean-gain';
  /** How many of the denominator carry no answer; they stay in it. */
  readonly notReported: number;
  /** The definition a young person was told by; null where youth plays no part. */
  readonly youthDefinition: YouthDefinition | null;
  readonly details: Readonly<Record<string, number>>;
  /** Grows when a definition changes, so that old figures are never taken for new ones. */
  readonly definitionVersion: number;
};

const plain = { notReported: 0, youthDefinition: null, details: {}, definitionVersion: 1 } as const;

const rounded = (value: number, decimals: number): number => {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
};

export const share = (
  code: Indicator,
  numerator: number,
  denominator: number,
  more: Partial<Pick<Measure, 'notReported' | 'youthDefinition' | 'details' | 'definitionVersion'>> = {},
): Measure => {
  const value = denominator === 0 ? null : rounded(numerator / denominator, 6);
  return { ...plain, code, numerator, denominator, value, unit: 'share', ...more };
};

export const counted = (
  code: Indicator,
  unit: 'people' | 'count',
  numerator: number,
  more: Partial<Pick<Measure, 'youthDefinition' | 'details'>> = {},
): Measure => ({ ...plain, code, numerator, denominator: null, value: null, unit, ...more });

/** `gain` is a sum over `pairs`; the value is its mean. */
export const meanGain = (
  code: Indicator,
  gain: number,
  details: Readonly<Record<'pairs' | 'unpaired', number>>,
): Measure => {
  const { pairs } = details;
  const value = pairs === 0 ? null : rounded(gain / pairs, 5);
  return {
    ...plain,
    code,
    numerator: rounded(gain, 9),
    denominator: pairs,
    value,
    unit: 'mean-gain',
    details,
  };
};
