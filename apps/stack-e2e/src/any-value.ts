import fc from 'fast-check';
import type { Json } from './documented';

const asJson = (node: unknown): Json =>
  typeof node === 'object' && node !== null && !Array.isArray(node) ? (node as Json) : {};
const listOf = (node: unknown): readonly unknown[] => (Array.isArray(node) ? node : []);

/** What breaks programs that were not meant to see it. */
const HOSTILE: readonly unknown[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '__proto__',
  '../../etc/passwd',
  "' OR 1=1 --",
  '$where',
  '=1+1',
  'ɛ ɔ ɲ é',
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  null,
  [],
  {},
  { $gt: '' },
  true,
  '9'.repeat(40),
  'x'.repeat(5_000),
];

const anyDay = fc
  .date({ min: new Date('1999-01-01'), max: new Date('2101-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const numberOf = ({ type, minimum, maximum }: Json) => {
  const [low, high] = [Number(minimum ?? -5), Number(maximum ?? 500)];
  return type === 'integer'
    ? fc.integer({ min: Math.ceil(low), max: Math.floor(high) })
    : fc.double({ min: low, max: high, noNaN: true });
};

const textOf = ({ format, pattern, minLength, maxLength }: Json, ids: readonly string[]) => {
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (format === 'date') return anyDay.map((instant) => instant.slice(0, 10));
  if (format === 'date-time') return anyDay;
  if (typeof pattern === 'string')
    return fc.oneof(fc.constantFrom('42', 'ML090101', '2015'), fc.string({ maxLength: 20 }));
  const most = Math.min(Number(maxLength ?? 60), 60);
  return fc.string({ minLength: Number(minLength ?? 0), maxLength: most, unit: 'grapheme' });
};

const objectOf = (schema: Json, ids: readonly string[]): fc.Arbitrary<unknown> => {
  const required = listOf(schema['required']).map(String);
  const fields = Object.entries(asJson(schema['properties'])).map(
    ([name, field]) => [name, right(asJson(field), ids)] as const,
  );
  const requiredKeys = required.filter((name) => fields.some(([field]) => field === name));
  return fc.record(Object.fromEntries(fields), { requiredKeys });
};

const WAYS: Readonly<Record<string, (schema: Json, ids: readonly string[]) => fc.Arbitrary<unknown>>> = {
  object: objectOf,
  array: (schema, ids) => fc.array(right(asJson(schema['items']), ids), { maxLength: 4 }),
  string: textOf,
  integer: numberOf,
  number: numberOf,
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
};

const variantsOf = (schema: Json): readonly Json[] => {
  const ways = listOf(schema['anyOf'] ?? schema['oneOf']).map(asJson);
  if (ways.length > 0) return ways;
  return Array.isArray(schema['type']) ? schema['type'].map((type) => ({ ...schema, type })) : [];
};

/** A value as a schema wants it; ids are now and then ones that exist. */
const right = (schema: Json, ids: readonly string[]): fc.Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...schema['enum']);
  const ways = variantsOf(schema);
  if (ways.length > 0) return fc.oneof(...ways.map((way) => right(way, ids)));
  return WAYS[String(schema['type'])]?.(schema, ids) ?? fc.jsonValue({ maxDepth: 3 });
};

const spoilt = (value: unknown): fc.Arbitrary<unknown> => {
  const fields = Object.entries(asJson(value));
  const wrong = fc.oneof(fc.constantFrom(...HOSTILE), fc.jsonValue({ maxDepth: 4 }));
  if (fields.length === 0) return wrong;
  const names = fields.map(([name]) => name);
  return fc
    .tuple(fc.constantFrom(...names, 'unheardOf', 'constructor'), wrong)
    .map(([name, bad]) => ({ ...Object.fromEntries(fields), [name]: bad }));
};

/** A value as a schema wants it, or with something in it as nobody wants it. */
export const anyValue = (schema: Json, ids: readonly string[]): fc.Arbitrary<unknown> => {
  const good = right(schema, ids);
  return fc.oneof({ weight: 2, arbitrary: good }, { weight: 1, arbitrary: good.chain(spoilt) });
};
