import { refuse, type Refusal } from '@benkan/kernel';
import type { KnownUnit } from './unit';

export type EndingRefusal = 'units-below' | 'before-the-last-change';

/** A unit that began ends later than on its first day, and with nothing left below it. */
export const endingRefused = (
  { registered }: KnownUnit,
  effectiveOn: string,
  unitsBelow: boolean,
): Refusal<EndingRefusal> | undefined => {
  if (registered.validFrom !== null && effectiveOn <= registered.validFrom)
    return refuse('before-the-last-change');
  return unitsBelow ? refuse('units-below') : undefined;
};

/** What a door says of the units one becomes. */
export type SuccessorsKnown = {
  /** Whether the registry knows them all. */
  readonly successorsKnown: boolean;
  /** Whether they all exist on the day. */
  readonly successorsStand: boolean;
};

export type SuccessorRefusal = 'successor-unknown' | 'successor-not-standing';

export const successorsRefused = ({
  successorsKnown,
  successorsStand,
}: SuccessorsKnown): Refusal<SuccessorRefusal> | undefined => {
  if (!successorsKnown) return refuse('successor-unknown');
  return successorsStand ? undefined : refuse('successor-not-standing');
};
