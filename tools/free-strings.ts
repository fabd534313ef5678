import { CODE_PATTERNS } from '@benkan/contracts';

type Schema = Readonly<Record<string, unknown>>;

const patterns: readonly unknown[] = Object.values(CODE_PATTERNS);
const formats: readonly unknown[] = ['uuid', 'date', 'date-time'];
const harmless: readonly unknown[] = ['number', 'integer', 'boolean', 'null'];

const isClosedString = ({ type, format, pattern }: Schema): boolean =>
  type === 'string' && (format === undefined ? patterns.includes(pattern) : formats.includes(format));

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

const within = (value: unknown, at: string): readonly string[] =>
  isSchema(value) ? freeStrings(value, at) : [at];

const ofObject = (
  { properties = {}, propertyNames, additionalProperties }: Schema,
  at: string,
): readonly string[] => [
  ...Object.entries(properties as Schema).flatMap(([name, value]) => within(value, `${at}.${name}`)),
  ...(additionalProperties === false
    ? []
    : [...within(propertyNames, `${at}{key}`), ...within(additionalProperties, `${at}{value}`)]),
];

const ofArray = ({ items, prefixItems = [] }: Schema, at: string): readonly string[] => {
  const pairs = prefixItems as readonly unknown[];
  const closed = items === false || (items === undefined && pairs.length > 0);
  return [
    ...pairs.flatMap((item, index) => within(item, `${at}[${index}]`)),
    ...(closed ? [] : within(items, `${at}[]`)),
  ];
};

const isClosed = (schema: Schema): boolean =>
  'const' in schema || 'enum' in schema || harmless.includes(schema['type']) || isClosedString(schema);

const ofChoices = (choices: readonly unknown[], at: string): readonly string[] =>
  choices.flatMap((choice) => within(choice, at));

/**
 * Paths in a JSON schema where a stored value could be text of someone's choosing: any string but an enum,
 * id, day, instant or listed code, and any shape this walk does not know.
 */
export const freeStrings = (schema: Schema, at = '$'): readonly string[] => {
  if (isClosed(schema)) return [];
  if (Array.isArray(schema['anyOf'])) return ofChoices(schema['anyOf'], at);
  if (Array.isArray(schema['oneOf'])) return ofChoices(schema['oneOf'], at);
  if (schema['type'] === 'object') return ofObject(schema, at);
  return schema['type'] === 'array' ? ofArray(schema, at) : [at];
};
