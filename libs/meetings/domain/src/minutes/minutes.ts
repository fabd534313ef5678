import type { Fold } from '@benkan/kernel';
import type { Adopted, Drafted, Erratum, MinutesFact, Transmission } from './facts';

export type DraftedMinutes = { readonly status: 'draft'; readonly draft: Drafted };
export type AdoptedMinutes = {
  readonly status: 'adopted';
  readonly draft: Drafted;
  readonly adopted: Adopted;
  readonly errata: readonly Erratum[];
  readonly transmissions: readonly Transmission[];
};

export type Minutes = { readonly status: 'unknown' } | DraftedMinutes | AdoptedMinutes;

const onAdopted = (state: AdoptedMinutes, fact: MinutesFact): AdoptedMinutes => {
  switch (fact.type) {
    case 'minutes-corrected': {
      const { on, text, reason } = fact.data;
      return { ...state, errata: [...state.errata, { on, text, reason }] };
    }
    case 'minutes-transmitted': {
      const { recipient, on, reference } = fact.data;
      return { ...state, transmissions: [...state.transmissions, { recipient, on, reference }] };
    }
    default:
      return state;
  }
};

const evolve = (state: Minutes, fact: MinutesFact): Minutes => {
  if (state.status === 'adopted') return onAdopted(state, fact);
  if (fact.type === 'minutes-drafted') return { status: 'draft', draft: fact.data };
  if (fact.type !== 'minutes-adopted' || state.status === 'unknown') return state;
  return { status: 'adopted', draft: state.draft, adopted: fact.data, errata: [], transmissions: [] };
};

/** The minutes of a meeting: a draft until they are adopted, then frozen. */
export const minutes: Fold<Minutes, MinutesFact> = { initial: { status: 'unknown' }, evolve };
