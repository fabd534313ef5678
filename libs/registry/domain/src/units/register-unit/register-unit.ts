import { accept, differences, refuse, type Decision, type Refusal, type Said } from '@benkan/kernel';
import { clashes } from '../assign-code/assign-code';
import type { KnownUnit, Unit } from '../unit';
import type {
  DatedCode,
  InferredPart,
  PlaceCode,
  RegisteredUnit,
  UnitDescended,
  UnitInferred,
  UnitRegistered,
} from '../unit-facts';

export type RegisterUnit = Said<
  RegisteredUnit & {
    /** The units it takes the place of; they are told what they became by a split or a merger. */
    readonly predecessors: readonly string[];
    readonly inferred: readonly InferredPart[];
    /** Whether the registry knows the parent; without effect when there is none. */
    readonly parentKnown: boolean;
    /** Whether the parent exists when the unit begins. */
    readonly parentStands: boolean;
    readonly predecessorsKnown: boolean;
    /** Whether another unit holds one of the codes. */
    readonly codeHeld: boolean;
  }
>;

export type RegisterUnitRefusal =
  | 'differs-from-recorded'
  | 'parent-unknown'
  | 'parent-not-standing'
  | 'predecessor-unknown'
  | 'has-another-code'
  | 'code-held-by-another';

type Registration = UnitRegistered | UnitDescended | UnitInferred;

const keyOf = ({ system, edition, code }: PlaceCode): string => `${system} ${edition} ${code}`;

// the order in which codes are told says nothing
const inOrder = (codes: readonly PlaceCode[]): PlaceCode[] => {
  const byKey = new Map(codes.map((code) => [keyOf(code), code]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
};

const eachOnce = <Item extends string>(items: readonly Item[]): Item[] => [...new Set(items)].sort();

const unitOf = ({ unitId, unitType, parentId, name, codes, validFrom }: RegisteredUnit): RegisteredUnit => ({
  unitId,
  unitType,
  parentId,
  name,
  codes: inOrder(codes),
  validFrom,
});

const always = (codes: readonly PlaceCode[]): DatedCode[] =>
  codes.map((code) => ({ ...code, validFrom: null, validTo: null }));

const misplaced = ({ data }: RegisterUnit): Refusal<RegisterUnitRefusal> | undefined => {
  if (data.parentId === null) return undefined;
  if (!data.parentKnown) return refuse('parent-unknown');
  return data.parentStands ? undefined : refuse('parent-not-standing');
};

const against = (command: RegisterUnit): Refusal<RegisterUnitRefusal> | undefined => {
  const { predecessorsKnown, codeHeld, codes } = command.data;
  const dated = always(codes);
  if (dated.some((code) => clashes(dated, code))) return refuse('has-another-code');
  const no = misplaced(command);
  if (no !== undefined) return no;
  if (!predecessorsKnown) return refuse('predecessor-unknown');
  return codeHeld ? refuse('code-held-by-another') : undefined;
};

const again = (unit: KnownUnit, given: object): Decision<never, 'differs-from-recorded'> => {
  const { registered, predecessors, inferred } = unit;
  const differing = differences<object>({ ...registered, predecessors, inferred }, given);
  return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
};

/** A unit is registered once, under a parent that is known and with codes nobody else has. */
export const registerUnit = (
  command: RegisterUnit,
  unit: Unit,
): Decision<Registration, RegisterUnitRefusal> => {
  const given = unitOf(command.data);
  const predecessors = eachOnce(command.data.predecessors);
  const parts = eachOnce(command.data.inferred);
  if (unit.status !== 'unknown') return again(unit, { ...given, predecessors, inferred: parts });
  const no = against(command);
  if (no !== undefined) return no;
  const { unitId } = given;
  const facts: Registration[] = [{ type: 'unit-registered', data: given }];
  if (predecessors.length > 0) facts.push({ type: 'unit-descended', data: { unitId, predecessors } });
  if (parts.length > 0) facts.push({ type: 'unit-inferred', data: { unitId, parts } });
  return accept(...facts);
};
