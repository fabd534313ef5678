import { z } from 'zod';
import type { CommandContract } from '@benkan/contracts';

type Schema = {
  readonly type?: unknown;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly format?: unknown;
  readonly pattern?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
};

const isFree = ({ type, enum: values, const: value, format, pattern }: Schema): boolean =>
  type === 'string' && [values, value, format, pattern].every((bound) => bound === undefined);

const freeIn = (schema: Schema, pointer: string): readonly string[] => [
  ...(isFree(schema) ? [pointer] : []),
  ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => freeIn(inner, `${pointer}/${name}`)),
  ...(schema.items === undefined ? [] : freeIn(schema.items, `${pointer}/*`)),
  ...(schema.anyOf ?? []).flatMap((inner) => freeIn(inner, pointer)),
];

/** Pointers of every field of a command a person may type anything into; `*` stands for each item of a list. */
export const freeTextsOf = ({ name, request }: CommandContract): readonly string[] =>
  freeIn(z.toJSONSchema(request, { io: 'input' }) as Schema, name);

/** Pointers of the texts of a body that pass a test. */
export const textsIn = (
  body: unknown,
  pointer: string,
  test: (text: string) => boolean,
): readonly string[] => {
  if (typeof body === 'string') return test(body) ? [pointer] : [];
  if (Array.isArray(body)) return body.flatMap((item) => textsIn(item, `${pointer}/*`, test));
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, inner]) => textsIn(inner, `${pointer}/${name}`, test));
};
