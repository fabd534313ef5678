import { accept, dayOf, differences, refuse, type Decision, type Refusal } from '@benkan/kernel';
import type { Unit } from './unit';
import type { UnitChange } from './unit-facts';

export type ChangeRefusal =
  'unit-unknown' | 'unit-ended' | 'before-the-last-change' | 'too-far-ahead' | 'differs-from-recorded';

type Known = Exclude<Unit, { status: 'unknown' }>;

type Proposed<F extends UnitChange, Code extends string> = {
  readonly fact: F;
  /** Instant it is said at, RFC 3339. */
  readonly at: string;
  /** What else speaks against it, asked last. */
  readonly unless?: (unit: Known) => Refusal<Code> | undefined;
  /** Whether it is so already. */
  readonly already?: (unit: Known) => boolean;
};

// a year mistyped far ahead would forbid every change until then
const tooFarAhead = (effectiveOn: string, at: string): boolean =>
  Number(effectiveOn.slice(0, 4)) > Number(dayOf(at).slice(0, 4)) + 1;

/** The day of the last thing told of a unit; null where it has no beginning. */
const lastDay = ({ changes, registered }: Known): string | null =>
  changes.at(-1)?.data.effectiveOn ?? registered.validFrom;

const outOfTime = (unit: Known, { data }: UnitChange, at: string): Refusal<ChangeRefusal> | undefined => {
  if (unit.status === 'ended') return refuse('unit-ended');
  if (data.effectiveOn < (lastDay(unit) ?? '')) return refuse('before-the-last-change');
  return tooFarAhead(data.effectiveOn, at) ? refuse('too-far-ahead') : undefined;
};

const again = (
  { changes }: Known,
  { type, data }: UnitChange,
): Decision<never, 'differs-from-recorded'> | undefined => {
  const told = changes.find((one) => one.type === type && one.data.effectiveOn === data.effectiveOn);
  if (told === undefined) return undefined;
  const differing = differences<object>(told.data, data);
  return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
};

/**
 * A change takes effect on a day, never before one that was told already: history is continued, not rewritten.
 * The same change on the same day is heard once; another one of its kind on that day differs from what is recorded.
 */
export const changing = <F extends UnitChange, Code extends string = never>(
  unit: Unit,
  { fact, at, unless, already }: Proposed<F, Code>,
): Decision<F, ChangeRefusal | Code> => {
  if (unit.status === 'unknown') return refuse('unit-unknown');
  const told = again(unit, fact);
  if (told !== undefined) return told;
  const no = outOfTime(unit, fact, at);
  if (no !== undefined) return no;
  if (already?.(unit) === true) return accept();
  return unless?.(unit) ?? accept(fact);
};
