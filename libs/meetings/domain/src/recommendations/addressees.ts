import type { Speaker } from '@benkan/kernel';
import type { Acknowledgement, Addressee, Corps } from './facts';
import type { Known } from './recommendation';

export type AddresseeRefusal = 'addressee-unknown' | 'addressee-not-named';
export type SpeakerRefusal = 'not-addressed-to-security' | 'corps-not-named' | 'addressed-to-another-corps';

/** Which addressee is meant, counted from 1: the only one where none is named. */
export const addresseeMeant = ({ issued }: Known, named: number | null): number | AddresseeRefusal => {
  const { length } = issued.addressees;
  if (named === null) return length === 1 ? 1 : 'addressee-not-named';
  return named <= length ? named : 'addressee-unknown';
};

const addresseeOf = ({ issued }: Known, addressee: number): Addressee | undefined =>
  issued.addressees[addressee - 1];

const corpsOf = ({ details }: Known, addressee: number): Corps | undefined =>
  details.corps.find((one) => one.addressee === addressee)?.corps;

/** A corps answers what is addressed to it; its focal point says which corps it speaks for. */
export const speaksForAnother = (
  state: Known,
  { addressee, corps }: Pick<Acknowledgement, 'addressee' | 'corps'>,
  { role }: Speaker,
): SpeakerRefusal | undefined => {
  const isFocalPoint = role === 'security-focal-point';
  if (!isFocalPoint && corps === null) return undefined;
  if (addresseeOf(state, addressee)?.type !== 'ACTEUR_SECURITE') return 'not-addressed-to-security';
  if (corps === null) return 'corps-not-named';
  const addressed = corpsOf(state, addressee);
  return addressed === undefined || addressed === corps ? undefined : 'addressed-to-another-corps';
};

/** The first day it was sent to an addressee; undefined where it was not. */
export const firstSentOn = ({ sendings }: Known, addressee: number): string | undefined =>
  sendings
    .filter((sending) => sending.addressee === addressee)
    .map(({ on }) => on)
    .sort()[0];
