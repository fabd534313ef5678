import type { AnalyticsFact, Day, FactKind } from '@benkan/analytics-domain';

/** A commit position as 20 decimal digits, so that positions sort as text. */
export const positionKey = (commit: bigint | string): string => commit.toString().padStart(20, '0');

/** What was held true from one event until the next one on the same thing. */
export type FactVersion = {
  readonly recordedAt: string;
  readonly recordedDay: Day;
  /** Position and day of the event that said otherwise; null while it stands. */
  readonly voidedAt: string | null;
  readonly voidedDay: Day | null;
  readonly occurredOn: Day | null;
  readonly fact: AnalyticsFact;
};

/** Everything ever held true of one thing, oldest first: nothing is removed, so yesterday's answer can be given again. */
export type FactDocument = { readonly kind: FactKind; readonly versions: readonly FactVersion[] };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const standsNow = ({ voidedAt }: FactVersion): boolean => voidedAt === null;

const stoodOn =
  (day: Day) =>
  ({ recordedDay, voidedDay }: FactVersion): boolean =>
    recordedDay <= day && (voidedDay === null || day < voidedDay);

const stoodAt =
  (position: string) =>
  ({ recordedAt, voidedAt }: FactVersion): boolean =>
    recordedAt <= position && (voidedAt === null || position < voidedAt);

/** Tells the versions that stood at a decimal position or at the end of a day; those that stand now without either. */
export const standingAt = (upTo: string | undefined): ((version: FactVersion) => boolean) => {
  if (upTo === undefined) return standsNow;
  return DAY.test(upTo) ? stoodOn(upTo) : stoodAt(positionKey(upTo));
};
