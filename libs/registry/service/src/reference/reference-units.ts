import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { derivedId } from '@benkan/messaging';
import core from './units.json';

/** The id of a unit of the reference data, by its key in the files. */
export const referenceUnitId = (key: string): string => derivedId('unit', key);

/** One line of a file of the reference data; `key` and `parent` are keys of the files. */
export type ReferenceUnit = {
  readonly key: string;
  readonly unitType: string;
  readonly parent: string | null;
  readonly name: string;
  readonly codes: readonly { readonly system: string; readonly edition: string; readonly code: string }[];
  readonly validFrom: string | null;
  readonly inferred: readonly string[];
};

type Reference = { readonly edition: string; readonly units: readonly ReferenceUnit[] };

/** The country, its régions, the District and Bamako's communes: nothing works without them. */
export const coreReference: Reference = core;

/** Cercles, Bamako's quartiers, communes: what lies below, each after what it lies in. */
export const unitsBelow = async (): Promise<readonly ReferenceUnit[]> => {
  const file = await readFile(join(__dirname, 'units-2015.json'), 'utf8');
  return (JSON.parse(file) as Pick<Reference, 'units'>).units;
};

/** Whether a unit is of the reference data, be it loaded yet or not. */
export const isReferenceUnit = async (unitId: string): Promise<boolean> =>
  [...coreReference.units, ...(await unitsBelow())].some(({ key }) => referenceUnitId(key) === unitId);

/** Units whose parents are elsewhere, then units that lie in those, and so on. */
export const inWaves = (units: readonly ReferenceUnit[]): readonly (readonly ReferenceUnit[])[] => {
  const keys = new Set(units.map(({ key }) => key));
  const first = units.filter(({ parent }) => parent === null || !keys.has(parent));
  const rest = units.filter(({ parent }) => parent !== null && keys.has(parent));
  // what lies in itself would never come first
  if (rest.length === 0 || first.length === 0) return [first];
  return [first, ...inWaves(rest)];
};
