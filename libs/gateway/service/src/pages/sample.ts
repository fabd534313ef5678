import type { Json } from './read-document';
import { asJson, variantsOf } from './schema-rows';

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-0000-0000-000000000000',
  date: '2024-11-21',
  'date-time': '2024-11-21T09:00:00Z',
};

/**
 * One value for each pattern our strings follow: position, place code, edition, type of event, wire name, digest, certificate,
 * purpose, indicator, detached signature. */
const BY_PATTERN = [
  '42',
  'ML090101',
  '2015',
  'meeting-held',
  'meetings.hold',
  '0'.repeat(64),
  '4TQ8-ZK2M-9W7C-X3HB',
  '15220',
  'IND-04',
  '09:05',
  'eyJhbGciOiJFZERTQSJ9..c2lnbmF0dXJl',
];

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

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const arrayOf = (schema: Json): readonly unknown[] => {
  const fixed = listOf(schema['prefixItems']);
  if (fixed.length > 0) return fixed.map((item) => sampleOf(asJson(item)));
  return Array.from({ length: Number(schema['minItems'] ?? 1) }, () => sampleOf(asJson(schema['items'])));
};

const plainOf = (schema: Json): unknown => {
  const { type } = schema;
  if (type === 'array') return arrayOf(schema);
  if (type === 'object') return objectOf(schema);
  return Object.hasOwn(BY_TYPE, String(type)) ? BY_TYPE[String(type)] : textOf(schema);
};

/** A value of the shape of a schema, its required fields only: something to start typing from. */
export const sampleOf = (schema: Json): unknown => {
  const [way = schema] = variantsOf(schema);
  if (way !== schema) return sampleOf(way);
  if ('const' in schema) return schema['const'];
  const [value] = listOf(schema['enum']);
  return value ?? plainOf(schema);
};
