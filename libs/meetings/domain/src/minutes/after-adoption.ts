import { dayOf } from '@benkan/kernel';
import type { AdoptedMinutes, Minutes } from './minutes';

export type AfterAdoptionRefusal =
  'minutes-not-drafted' | 'minutes-not-adopted' | 'before-the-adoption' | 'in-the-future';

type Frozen =
  { readonly minutes: AdoptedMinutes } | { readonly no: 'minutes-not-drafted' | 'minutes-not-adopted' };

/** The minutes, once they are adopted. */
export const adoptedOnly = (minutes: Minutes): Frozen => {
  if (minutes.status === 'unknown') return { no: 'minutes-not-drafted' };
  return minutes.status === 'draft' ? { no: 'minutes-not-adopted' } : { minutes };
};

/** Why something cannot have happened to adopted minutes on a day. */
export const notOn = (
  { adopted }: AdoptedMinutes,
  on: string,
  at: string,
): 'before-the-adoption' | 'in-the-future' | undefined => {
  if (on < adopted.adoptedOn) return 'before-the-adoption';
  return on > dayOf(at) ? 'in-the-future' : undefined;
};
