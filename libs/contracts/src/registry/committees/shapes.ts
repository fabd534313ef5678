import { z } from 'zod';
import {
  BUREAU_ROLES,
  FREQUENCIES,
  MEMBERSHIP_END_REASONS,
  MEMBERSHIP_QUALITIES,
  PRESIDENCY_CAPACITIES,
  SEAT_BASES,
  SEAT_CATEGORIES,
  SUSPENSION_REASONS,
} from '../../code-lists';

export const frequency = () => z.enum(FREQUENCIES);
export const seatCategory = () => z.enum(SEAT_CATEGORIES);
export const seatBasis = () => z.enum(SEAT_BASES);
export const quality = () => z.enum(MEMBERSHIP_QUALITIES);
export const endReason = () => z.enum(MEMBERSHIP_END_REASONS);
export const capacity = () => z.enum(PRESIDENCY_CAPACITIES);
export const bureauRole = () => z.enum(BUREAU_ROLES);
export const suspensionReason = () => z.enum(SUSPENSION_REASONS);

const most = () => z.number().int().min(1).max(500);

/** How many must be present: so many members, or a share of them. */
export const quorum = () =>
  z.union([
    z.strictObject({ kind: z.literal('COUNT'), members: most() }),
    z.strictObject({ kind: z.literal('SHARE'), numerator: most(), denominator: most() }),
  ]);
