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

/**
 * The text under which a person without a code is looked up: name tokens without accents in alphabetical order,
 * structure, digits of the phone. Personal data: only its keyed digest may be stored.
 */
export const nameKey = ({ firstNames, lastName, structure, phone }: Named): string => {
  const tokens = fold(`${firstNames} ${lastName}`).split(' ').sort();
  return [tokens.join(' '), fold(structure ?? ''), (phone ?? '').replace(/\D/g, '')].join('|');
};
