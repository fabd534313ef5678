import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { referenceUnitId } from './reference-units';

export type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: number[][][] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: number[][][][] };

/** The limits of one unit, as drawn in one administrative frame. */
export type Limits = {
  readonly geometry: Geometry;
  readonly frame: '2015' | '2023';
  readonly approximate: boolean;
};

type Properties = Readonly<Record<string, unknown>>;
type Layer = {
  readonly file: string;
  readonly keyOf: (properties: Properties) => string;
} & Omit<Limits, 'geometry'>;

/** The laws that made the régions of today. */
const FRAME_OF_2023 = '2023-03-13';

const pcode = (properties: Properties): string => String(properties['pcode_2015']);
const regionKey = (number: string): string => (number === '00' ? 'ML-BKO' : `LOI-2023-007-${number}`);
const regionOf2015 = (properties: Properties): string => {
  const number = pcode(properties).slice(2);
  return regionKey(number === '09' ? '00' : number);
};

const in2015 = { frame: '2015', approximate: false } as const;
const OF_2023: Layer = {
  file: 'mali-regions-2023-20-approx.geojson',
  keyOf: (properties) => regionKey(String(properties['order_no'])),
  ...{ frame: '2023', approximate: true },
};
const OF_2015: Layer = { file: 'mali-regions-2015-9.geojson', keyOf: regionOf2015, ...in2015 };
const BELOW: readonly Layer[] = [
  { file: 'mali-cercles-2015-50.geojson', keyOf: pcode, ...in2015 },
  { file: 'bamako-communes-6.geojson', keyOf: pcode, ...in2015 },
  { file: 'bamako-quartiers-71.geojson', keyOf: pcode, ...in2015 },
];

type Collection = {
  readonly features: readonly { readonly properties: Properties; readonly geometry: Geometry }[];
};

const readLayer = async ({ file, keyOf, frame, approximate }: Layer) => {
  const text = await readFile(join(__dirname, 'limits', file), 'utf8');
  const { features } = JSON.parse(text) as Collection;
  return features.map(({ properties, geometry }): readonly [string, Limits] => [
    referenceUnitId(keyOf(properties)),
    { geometry, frame, approximate },
  ]);
};

const readLayers = async (layers: readonly Layer[]): Promise<ReadonlyMap<string, Limits>> =>
  new Map((await Promise.all(layers.map(readLayer))).flat());

/** The limits of the reference units by id, on the map of a day; read from the project's files at the first question. */
export const limitsReader = () => {
  let before: Promise<ReadonlyMap<string, Limits>> | undefined;
  let since: Promise<ReadonlyMap<string, Limits>> | undefined;
  return (day: string): Promise<ReadonlyMap<string, Limits>> =>
    day < FRAME_OF_2023
      ? (before ??= readLayers([...BELOW, OF_2015]))
      : (since ??= readLayers([...BELOW, OF_2023]));
};
