import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Unit } from '../unit';
import type { CodeAssigned, DatedCode, PlaceCode } from '../unit-facts';
import type { Validity } from '../unit-version';

export type AssignCode = Said<
  DatedCode & {
    readonly unitId: string;
    /** The unit that already holds the code. */
    readonly heldBy: string | null;
  }
>;

export type AssignCodeRefusal =
  | 'unit-unknown'
  | 'unit-ended'
  | 'validity-ends-before-it-begins'
  | 'has-another-code'
  | 'code-held-by-another'
  | 'differs-from-recorded';

const isOfEdition = (one: PlaceCode, other: PlaceCode): boolean =>
  one.system === other.system && one.edition === other.edition;

const overlap = (one: Validity, other: Validity): boolean =>
  (one.validFrom ?? '') < (other.validTo ?? '~') && (other.validFrom ?? '') < (one.validTo ?? '~');

/** Whether a unit would bear two codes of one edition on the same day. */
export const clashes = (codes: readonly DatedCode[], code: DatedCode): boolean =>
  codes.some((known) => isOfEdition(known, code) && known.code !== code.code && overlap(known, code));

const codeOf = ({ system, edition, code, validFrom, validTo }: DatedCode): DatedCode => ({
  system,
  edition,
  code,
  validFrom,
  validTo,
});

// a code without an end may be given one
const isClosing = (known: DatedCode, given: DatedCode): boolean =>
  known.validFrom === given.validFrom && known.validTo === null && given.validTo !== null;

const again = (known: DatedCode, given: DatedCode): Decision<never, 'differs-from-recorded'> | undefined => {
  const differing = differences(known, given);
  if (differing.length === 0) return accept();
  return isClosing(known, given) ? undefined : refuse('differs-from-recorded', differing);
};

const against = (codes: readonly DatedCode[], given: DatedCode, { unitId, heldBy }: AssignCode['data']) => {
  const { validFrom, validTo } = given;
  if (validFrom !== null && validTo !== null && validTo <= validFrom)
    return refuse('validity-ends-before-it-begins');
  if (clashes(codes, given)) return refuse('has-another-code');
  return heldBy !== null && heldBy !== unitId ? refuse('code-held-by-another') : undefined;
};

/** One unit a code in an edition of a system, and one code a unit on any day. */
export const assignCode = ({ data }: AssignCode, unit: Unit): Decision<CodeAssigned, AssignCodeRefusal> => {
  if (unit.status === 'unknown') return refuse('unit-unknown');
  const given = codeOf(data);
  const known = unit.codes.find((code) => isOfEdition(code, given) && code.code === given.code);
  const told = known && again(known, given);
  if (told !== undefined) return told;
  if (unit.status === 'ended') return refuse('unit-ended');
  return (
    against(unit.codes, given, data) ??
    accept({ type: 'code-assigned', data: { unitId: data.unitId, ...given } })
  );
};
