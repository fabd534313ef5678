import type { AnalyticsFact, Unit } from '@benkan/analytics-domain';
import type { DataOf } from '../heard-event';
import type { Telling } from './rule';

type Validity = { readonly validFrom: string | null; readonly validTo: string | null };
type Held = Pick<Unit, 'unitType' | 'parentId' | 'name'>;
type DatedCode = Unit['codes'][number] & Validity;

/** A unit on every day of its history; its own fields are those of its last version. */
export type DatedUnit = Omit<Unit, 'codes'> & {
  readonly codes: readonly DatedCode[];
  /** In the order of their days; at most one holds on any day. */
  readonly versions: readonly (Held & Validity)[];
  /** The unit it ended as a part of. */
  readonly mergedInto: string | null;
};

/** Of a unit that does not exist on a map: no level of figures, but what happened in it stays where it lay. */
const NOT_ON_MAP = 'NOT_ON_MAP';

const isDated = (fact: AnalyticsFact | undefined): fact is DatedUnit =>
  fact?.kind === 'unit' && 'versions' in fact;

const holdsOn = ({ validFrom, validTo }: Validity, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);

/** A unit as it is registered. */
export const registeredUnit = ({
  unitId,
  unitType,
  parentId,
  name,
  codes,
  validFrom,
}: DataOf<'unit-registered'>): Telling => {
  const fact: DatedUnit = {
    ...{ kind: 'unit', unitId, unitType, parentId, name, mergedInto: null },
    codes: codes.map((code) => ({ ...code, validFrom: null, validTo: null })),
    versions: [{ unitType, parentId, name, validFrom, validTo: null }],
  };
  return { fact, occurredOn: validFrom };
};

/** A unit after its code was told. */
export const recodedUnit = (
  { unitId: _, ...code }: DataOf<'code-assigned'>,
  before: AnalyticsFact | undefined,
): Telling | undefined => {
  if (!isDated(before)) return undefined;
  const { system, edition } = code;
  const others = before.codes.filter(
    (known) => known.system !== system || known.edition !== edition || known.code !== code.code,
  );
  const fact: DatedUnit = { ...before, codes: [...others, code] };
  return { fact, occurredOn: code.validFrom };
};

/** A unit after it changed on a day. */
export const changedUnit = (
  before: AnalyticsFact | undefined,
  day: string,
  change: Partial<Held>,
): Telling | undefined => {
  if (!isDated(before)) return undefined;
  const former = before.versions.slice(0, -1);
  const versions = before.versions.slice(-1).flatMap((last) => {
    const next = { ...last, ...change, validFrom: day };
    return last.validFrom === day ? [...former, next] : [...former, { ...last, validTo: day }, next];
  });
  const fact: DatedUnit = { ...before, ...change, versions };
  return { fact, occurredOn: day };
};

/** A unit after its end. */
export const endedUnit = (
  before: AnalyticsFact | undefined,
  day: string,
  mergedInto: string | null,
): Telling | undefined => {
  if (!isDated(before)) return undefined;
  const former = before.versions.slice(0, -1);
  const last = before.versions.slice(-1).filter(({ validFrom }) => validFrom !== day);
  const versions = [...former, ...last.map((version) => ({ ...version, validTo: day }))];
  const fact: DatedUnit = { ...before, versions, mergedInto };
  return { fact, occurredOn: day };
};

const beside = (unit: DatedUnit, day: string): Unit => {
  const [first] = unit.versions;
  if (first !== undefined && first.validFrom !== null && day < first.validFrom)
    return { ...unit, ...first, unitType: NOT_ON_MAP };
  const last = unit.versions.at(-1) ?? unit;
  return { ...unit, unitType: NOT_ON_MAP, name: last.name, parentId: unit.mergedInto ?? last.parentId };
};

/** A fact as the map of a day shows it: only units have one. */
export const onMap = (fact: AnalyticsFact, day: string): AnalyticsFact => {
  if (!isDated(fact)) return fact;
  const version = fact.versions.find((each) => holdsOn(each, day));
  if (version === undefined) return beside(fact, day);
  const { unitType, parentId, name } = version;
  const codes = fact.codes.filter((code) => holdsOn(code, day));
  return { kind: 'unit', unitId: fact.unitId, unitType, parentId, name, codes };
};
