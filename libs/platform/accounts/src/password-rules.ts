import { randomInt } from 'node:crypto';

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 256;

export type WeakPassword = 'too-short' | 'too-long' | 'too-plain' | 'contains-login' | 'unchanged';

const LEAST_CHARACTERS = 5;
// none that is read for another
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const [GROUPS, LENGTH] = [4, 4];

/** A password as it is hashed: the same letters typed on another keyboard are the same password. */
export const normalisedPassword = (typed: string): string => typed.normalize('NFC');

/** Why a password cannot be chosen; undefined when it can. Length counts, not which signs are in it. */
export const weaknessOf = (chosen: string, login: string, before: string): WeakPassword | undefined => {
  const password = normalisedPassword(chosen);
  if (password.length < MIN_PASSWORD) return 'too-short';
  if (password.length > MAX_PASSWORD) return 'too-long';
  if (new Set(password).size < LEAST_CHARACTERS) return 'too-plain';
  if (password.toLowerCase().includes(login)) return 'contains-login';
  return password === normalisedPassword(before) ? 'unchanged' : undefined;
};

const group = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');

/** To be said once, on paper or aloud, and replaced at the first sign-in: 79 bits. */
export const oneTimePassword = (): string => Array.from({ length: GROUPS }, group).join('-');
