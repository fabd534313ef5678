import { z } from 'zod';
import { DONORS } from './donors';
import { POLICY_MARKERS } from './policy-markers';

export const SUPPORT_KINDS = ['COMMITTEE', 'UNIT'] as const;

const count = () => z.number().int().min(0).max(100_000_000);

export const donor = () => z.enum(DONORS);
/** Significance: 0 not targeted, 1 significant, 2 principal. */
export const marker = () =>
  z.strictObject({ marker: z.enum(POLICY_MARKERS), significance: z.number().int().min(0).max(2) });
/** What is aimed at: so many, or a share that is always kept as its two numbers. */
export const figure = () =>
  z.union([
    z.strictObject({ kind: z.literal('COUNT'), count: count() }),
    z.strictObject({
      kind: z.literal('SHARE'),
      numerator: count(),
      denominator: z.number().int().min(1).max(100_000_000),
    }),
  ]);
