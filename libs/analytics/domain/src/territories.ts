import type { Unit } from './facts';

export type TerritoryLevel = 'COUNTRY' | 'REGION' | 'COMMUNE';
export type Territory = {
  readonly id: string;
  readonly level: TerritoryLevel;
  /** Its place code, newest edition of HDX first; empty when it has none. */
  readonly code: string;
};

export type Territories = {
  /** Every territory figures may be given for, from the country down, by code. */
  readonly all: readonly Territory[];
  /** The commune, the région and the country a unit lies in, as far as it lies in one. */
  readonly around: (unitId: string) => readonly string[];
  /** Whether a unit is another one or lies below it. */
  readonly isInside: (unitId: string, outerId: string) => boolean;
};

const LEVELS: readonly TerritoryLevel[] = ['COUNTRY', 'REGION', 'COMMUNE'];

/** The District is a région's peer; since 2023 its arrondissements stand where its communes stood. */
const levelOf = ({ unitType }: Unit, parent: Unit | undefined): TerritoryLevel | undefined => {
  if (unitType === 'COUNTRY' || unitType === 'REGION' || unitType === 'COMMUNE') return unitType;
  if (unitType === 'DISTRICT') return 'REGION';
  return unitType === 'ARRONDISSEMENT' && parent?.unitType === 'DISTRICT' ? 'COMMUNE' : undefined;
};

const codeOf = ({ codes }: Unit): string => {
  const of = (wanted: string) =>
    codes
      .filter(({ system }) => system === wanted)
      .sort((one, other) => (one.edition < other.edition ? 1 : -1))[0];
  return (of('HDX_COD') ?? of('ISO_3166_2') ?? codes[0])?.code ?? '';
};

const rank = ({ level, code, id }: Territory): string => `${LEVELS.indexOf(level)}${code} ${id}`;

const remembered = <Answer>(ask: (unitId: string) => Answer): ((unitId: string) => Answer) => {
  const answers = new Map<string, Answer>();
  return (unitId) => {
    const answer = answers.get(unitId) ?? ask(unitId);
    answers.set(unitId, answer);
    return answer;
  };
};

const walk = (units: ReadonlyMap<string, Unit>, unitId: string): ReadonlySet<string> => {
  const met = new Set<string>();
  // parents may run in a circle
  for (let id: string | null = unitId; id !== null && !met.has(id); id = units.get(id)?.parentId ?? null)
    met.add(id);
  return met;
};

/** Reads the levels out of the tree of units; what hangs nowhere still lies in the country. */
export const territoriesOf = (found: readonly Unit[]): Territories => {
  const units = new Map(found.map((unit) => [unit.unitId, unit]));
  const territories = new Map<string, Territory>();
  for (const unit of found) {
    const level = levelOf(unit, units.get(unit.parentId ?? ''));
    if (level !== undefined) territories.set(unit.unitId, { id: unit.unitId, level, code: codeOf(unit) });
  }
  const all = [...territories.values()].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  const countries = all.filter(({ level }) => level === 'COUNTRY').map(({ id }) => id);
  const chainOf = remembered((unitId) => walk(units, unitId));

  const around = remembered((unitId): readonly string[] => {
    const inside = [...chainOf(unitId)].filter((id) => territories.has(id) && !countries.includes(id));
    return [...inside, ...countries];
  });
  const isInside = (unitId: string, outerId: string) =>
    countries.includes(outerId) || chainOf(unitId).has(outerId);
  return { all, around, isInside };
};
