import { z } from 'zod';

export type Json = { readonly [key: string]: unknown };
type Draft = { -readonly [key in string]: unknown };

/** `format` says it already, and a number without a bound has none. */
const plainly = (schema: Draft): void => {
  if (schema['format'] !== undefined) delete schema['pattern'];
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum'];
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum'];
};

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema: draft }) => plainly(draft as Draft),
  });
  return json;
};

/** What may be sent: a field with a default may be left out. */
export const requestSchema = (schema: z.ZodType): Json => jsonSchema(schema, 'input');

/** What comes back: a field with a default is always there. */
export const answerSchema = (schema: z.ZodType): Json => jsonSchema(schema, 'output');

export const propertiesOf = (schema: Json): Json => (schema['properties'] ?? {}) as Json;
export const requiredOf = (schema: Json): readonly string[] =>
  (schema['required'] ?? []) as readonly string[];

/** An object's schema with some of its fields taken out; whatever has no fields of its own is left as it is. */
export const without = (schema: Json, names: readonly string[]): Json => {
  if (!('properties' in schema) || names.length === 0) return schema;
  const { properties: _, required: __, ...rest } = schema;
  const required = requiredOf(schema).filter((name) => !names.includes(name));
  const properties = Object.entries(propertiesOf(schema)).filter(([name]) => !names.includes(name));
  return {
    ...rest,
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required }),
  };
};

/** Both objects' fields in one. */
export const together = (one: Json, other: Json): Json => ({
  ...one,
  properties: { ...propertiesOf(one), ...propertiesOf(other) },
  required: [...requiredOf(one), ...requiredOf(other)],
});
