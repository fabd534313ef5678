import type { SealedText } from '@benkan/kernel';

export type UnitType =
  | 'COUNTRY'
  | 'DISTRICT'
  | 'REGION'
  | 'CERCLE'
  | 'ARRONDISSEMENT'
  | 'COMMUNE'
  | 'NEIGHBOURHOOD'
  | 'VILLAGE'
  | 'FRACTION';

/** Days between which something holds: from the first, until before the second; null is without end on that side. */
export type Validity = { readonly validFrom: string | null; readonly validTo: string | null };

export type HeldByUnit = {
  readonly unitType: UnitType;
  readonly parentId: string | null;
  readonly name: SealedText;
};

/** What a unit is between two days. */
export type UnitVersion = HeldByUnit & Validity;

/** Whether something holds on a day, YYYY-MM-DD. */
export const holdsOn = ({ validFrom, validTo }: Validity, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);

/** The version of a day; none before a unit begins and after its end. */
export const versionOn = (versions: readonly UnitVersion[], day: string): UnitVersion | undefined =>
  versions.find((version) => holdsOn(version, day));

/** The next version begins on a day and ends the one before; what changes on the day a version begins changes that one. */
export const continued = (
  versions: readonly UnitVersion[],
  day: string,
  change: Partial<HeldByUnit>,
): readonly UnitVersion[] => {
  const before = versions.slice(0, -1);
  return versions.slice(-1).flatMap((last) => {
    const next = { ...last, ...change, validFrom: day };
    return last.validFrom === day ? [...before, next] : [...before, { ...last, validTo: day }, next];
  });
};

/** Nothing holds from a day on; a version that would begin then never does. */
export const ended = (versions: readonly UnitVersion[], day: string): readonly UnitVersion[] => {
  const before = versions.slice(0, -1);
  const last = versions.slice(-1).filter(({ validFrom }) => validFrom !== day);
  return [...before, ...last.map((version) => ({ ...version, validTo: day }))];
};
