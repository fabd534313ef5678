import type { Json } from './read-document';
import { asJson, valuesOf, variantsOf } from './schema-rows';

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-0000-0000-000000000000',
  date: '2024-11-21',
  'date-time': '2024-11-21T09:00:00Z',
};

/** One value for each pattern our strings follow: a position, a place code, an edition, a digest. */
const BY_PATTERN: readonly string[] = ['42', 'ML090101', '2015', '0'.repeat(64)];

const textOf = ({ format, pattern }: Json): string =>
  BY_FORMAT[String(format)] ??
  BY_PATTERN.find((one) => typeof pattern === 'string' && new RegExp(pattern).test(one)) ??
  '…';

const BY_TYPE: Readonly<Record<string, unknown>> = { integer: 1, number: 1, boolean: true, null: null };

const objectOf = (schema: Json): Json => {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const fields = Object.entries(asJson(schema['properties'])).filter(([name]) => required.includes(name));
  return Object.fromEntries(fields.map(([name, field]) => [name, sampleOf(asJson(field))]));
};

/** A value of the shape of a schema, its required fields only: something to start typing from. */
export const sampleOf = (schema: Json): unknown => {
  const way = variantsOf(schema)[0] ?? schema;
  const [value] = valuesOf(way);
  if (way['type'] === 'array') return [sampleOf(asJson(way['items']))];
  if (value !== undefined) return value;
  if (way['type'] === 'object') return objectOf(way);
  return Object.hasOwn(BY_TYPE, String(way['type'])) ? BY_TYPE[String(way['type'])] : textOf(way);
};
