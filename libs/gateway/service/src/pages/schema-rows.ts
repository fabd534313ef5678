import type { Json } from './read-document';

/** One line of the table of a schema. */
export type SchemaRow = {
  readonly field: string;
  readonly type: string;
  readonly required: boolean;
  readonly values: readonly string[];
  readonly rules: readonly string[];
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'UUID',
  date: 'jour (AAAA\u2011MM\u2011JJ)',
  'date-time': 'instant (RFC 3339, UTC)',
  binary: 'fichier',
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'texte',
  integer: 'entier',
  number: 'nombre',
  boolean: 'vrai ou faux',
  object: 'objet',
  null: 'null',
};

export const asJson = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The ways a schema may be met: itself, each of `anyOf`, or each of its types. */
export const variantsOf = (schema: Json): readonly Json[] => {
  const ways = listOf(schema['anyOf'] ?? schema['oneOf']).map(asJson);
  if (ways.length > 0) return ways;
  return Array.isArray(schema['type']) ? schema['type'].map((type) => ({ ...schema, type })) : [schema];
};

/** The codes a value is chosen from, null aside. */
export const valuesOf = (schema: Json): readonly string[] =>
  variantsOf(schema).flatMap((way) => {
    if ('const' in way) return [String(way['const'])];
    if (way['type'] === 'array') return valuesOf(asJson(way['items']));
    return listOf(way['enum']).map(String);
  });

const plainType = (schema: Json): string => {
  const { type, format } = schema;
  if (type === 'array') return `liste (${typeOf(asJson(schema['items']))})`;
  if ('const' in schema || 'enum' in schema) return 'code';
  if (typeof format === 'string') return FORMATS[format] ?? format;
  return TYPES[String(type)] ?? 'valeur';
};

/** What a person calls the type of a schema. */
export const typeOf = (schema: Json): string => [...new Set(variantsOf(schema).map(plainType))].join(' ou ');

const range = (schema: Json, [low, high]: readonly [string, string], unit: string): readonly string[] => {
  const [least, most] = [schema[low], schema[high]];
  const said = unit === '' ? '' : ` ${unit}`;
  if (least !== undefined && most !== undefined) return [`${String(least)} à ${String(most)}${said}`];
  if (least !== undefined) return [`au moins ${String(least)}${said}`];
  return most === undefined ? [] : [`au plus ${String(most)}${said}`];
};

/** What a value must also be, in words. */
export const rulesOf = (schema: Json): readonly string[] => [
  ...variantsOf(schema).flatMap((way) => [
    ...range(way, ['minLength', 'maxLength'], 'caractères'),
    ...range(way, ['minimum', 'maximum'], ''),
    ...range(way, ['minItems', 'maxItems'], 'éléments'),
    ...(typeof way['pattern'] === 'string' ? [`forme ${way['pattern']}`] : []),
  ]),
  ...('default' in schema ? [`par défaut ${JSON.stringify(schema['default'])}`] : []),
];

/** Lines of the fields of an object, those inside named by their way: `addressees[].type`. */
export const rowsOf = (schema: Json, prefix = ''): readonly SchemaRow[] => {
  const required = listOf(schema['required']);
  return Object.entries(asJson(schema['properties'])).flatMap(([name, value]) => {
    const own = asJson(value);
    const field = `${prefix}${name}`;
    const row = {
      ...{ field, type: typeOf(own), required: required.includes(name) },
      ...{ values: valuesOf(own), rules: rulesOf(own) },
    };
    return [row, ...variantsOf(own).flatMap((way) => rowsInside(way, field))];
  });
};

const rowsInside = (schema: Json, field: string): readonly SchemaRow[] => {
  if (schema['type'] !== 'array') return rowsOf(schema, `${field}.`);
  return variantsOf(asJson(schema['items'])).flatMap((item) => rowsOf(item, `${field}[].`));
};
