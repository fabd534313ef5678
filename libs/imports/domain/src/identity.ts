import { fold } from './text';

/** What a row is: its kind, where, when, which, who; parts never contain the separator. Null without a last part. */
export const identityOf = (...parts: readonly (string | number | null)[]): string | null =>
  parts.at(-1) === null ? null : parts.map((part) => String(part ?? '').replaceAll('|', '/')).join('|');

type Named = {
  readonly firstNames: string;
  readonly lastName: string;
  readonly structure: string | null;
  readonly phone: string | null;
};

type Known = { readonly structure?: string | null; readonly phone?: string | null };

const samePhone = (one: string, other: string): boolean =>
  one.replace(/\D/g, '').slice(-8) === other.replace(/\D/g, '').slice(-8);

const disagree = (
  one: string | null | undefined,
  other: string | null | undefined,
  same: (one: string, other: string) => boolean,
): boolean => Boolean(one && other && !same(one, other));

/** Whether two who bear one name are said to be of other structures, or to have other phones. */
export const contradicts = (one: Known, other: Known): boolean =>
  disagree(one.phone, other.phone, samePhone) ||
  disagree(one.structure, other.structure, (left, right) => fold(left) === fold(right));

/**
 * The text under which a person without a code is looked up: name tokens without accents in alphabetical order,
 * structure, digits of the phone. Personal data: only its keyed digest may be stored.
 */
export const nameKey = ({ firstNames, lastName, structure, phone }: Named): string => {
  const tokens = fold(`${firstNames} ${lastName}`).split(' ').sort();
  return [tokens.join(' '), fold(structure ?? ''), (phone ?? '').replace(/\D/g, '')].join('|');
};
