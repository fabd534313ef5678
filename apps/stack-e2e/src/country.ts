import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const REFERENCE = 'libs/registry/service/src/reference';
const SYNTHETIC = 118;
// the régions with a code of ISO 3166-2 take the made-up communes in turn
const REGIONS = ['ML-1', 'ML-2', 'ML-3', 'ML-4', 'ML-5', 'ML-6', 'ML-7', 'ML-8'] as const;

type Code = { readonly system: string; readonly edition: string; readonly code: string };
type Unit = { readonly unitType: string; readonly name: string; readonly codes: readonly Code[] };

/** A commune of the reference territory: its code of HDX COD 2015 and its name. */
export type Commune = { readonly code: string; readonly name: string };

/** A made-up commune: what `POST /v1/territories` takes, with the code of its région in place of an id. */
export type TestCommune = Commune & { readonly parentCode: string };

/** What a country is loaded with: `communes` of the file, `synthetic` ones to register first, and the sheet for both. */
export type Country = {
  readonly communes: readonly Commune[];
  readonly synthetic: readonly TestCommune[];
  /** A CSV of the import kind `committees`: a row a commune. */
  readonly sheet: string;
};

const unitsIn = (root: string, file: string): readonly Unit[] =>
  (JSON.parse(readFileSync(resolve(root, REFERENCE, file), 'utf8')) as { units: readonly Unit[] }).units;

const codeOf = ({ codes }: Unit): string | undefined =>
  codes.find(({ system, edition }) => system === 'HDX_COD' && edition === '2015')?.code;

const communesOf = (root: string): readonly Commune[] =>
  ['units.json', 'units-2015.json']
    .flatMap((file) => unitsIn(root, file))
    .filter(({ unitType }) => unitType === 'COMMUNE')
    .flatMap((unit) => {
      const code = codeOf(unit);
      return code === undefined ? [] : { code, name: unit.name };
    });

const testCommune = (index: number): TestCommune => {
  const number = String(index + 1).padStart(3, '0');
  return {
    code: `TEST-${number}`,
    name: `Commune d’essai ${number} (donnée de test)`,
    parentCode: REGIONS[index % REGIONS.length] ?? REGIONS[0],
  };
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const rowOf = ({ code, name }: Commune): string =>
  [
    code,
    quoted(`CCS-C, ${name}${name.includes('donnée de test') ? '' : ' (donnée de test)'}`),
    'COMMUNE',
    'Décret n°2019-0041/PM-RM',
    '2023-12-07',
    'MENSUELLE',
    'COMMUNE_22',
  ].join(';');

const HEADER = 'code_commune;nom;niveau;acte;date_installation;frequence;modele';

/** The same country every time, or its first communes; `root` is the folder of the project. */
export const countryOf = (
  root: string,
  { communes = Infinity, synthetic = SYNTHETIC }: { communes?: number; synthetic?: number } = {},
): Country => {
  const real = communesOf(root).slice(0, communes);
  const made = Array.from({ length: synthetic }, (_, index) => testCommune(index));
  return {
    communes: real,
    synthetic: made,
    sheet: [HEADER, ...[...real, ...made].map(rowOf), ''].join('\r\n'),
  };
};
