import type { Said } from '@benkan/kernel';
import { addresseeMeant, firstSentOn, speaksForAnother } from './addressees';
import type { AddresseeRefusal, SpeakerRefusal } from './addressees';
import type { Acknowledgement } from './facts';
import type { Known } from './recommendation';
import { closedBecause, wrongDay } from './standing';

/** What an addressee says back; `addressee` is null where the only one is meant. */
export type SaidBack = Omit<Acknowledgement, 'addressee'> & {
  readonly recommendationId: string;
  readonly addressee: number | null;
};

export type SaidBackRefusal =
  | 'recommendation-unknown'
  | AddresseeRefusal
  | SpeakerRefusal
  | 'not-sent'
  | 'before-it-was-sent'
  | 'before-it-was-issued'
  | 'in-the-future'
  | 'already-verified'
  | 'already-closed';

/** Which addressee speaks, and whether the caller may speak for it. */
export const speakerOf = (state: Known, { data, by }: Said<SaidBack>): number | SaidBackRefusal => {
  const addressee = addresseeMeant(state, data.addressee);
  if (typeof addressee === 'string') return addressee;
  return speaksForAnother(state, { addressee, corps: data.corps }, by) ?? addressee;
};

/** Why an addressee cannot have said it then; undefined where it can. */
export const notHeard = (
  state: Known,
  addressee: number,
  { data: { on }, at }: Said<SaidBack>,
): SaidBackRefusal | undefined => {
  const sentOn = firstSentOn(state, addressee);
  const no = closedBecause(state) ?? (sentOn === undefined ? 'not-sent' : wrongDay(state, on, at));
  return no ?? (sentOn !== undefined && on < sentOn ? 'before-it-was-sent' : undefined);
};
