import { z } from 'zod';

export type Json = { readonly [key: string]: unknown };

const json = z.record(z.string(), z.unknown());
const spoken = z.object({ title: z.string(), detail: z.string() });

const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: z.boolean().default(false),
  description: z.string().optional(),
  schema: json.default({}),
});

const content = z.record(z.string(), z.object({ schema: json.default({}), example: z.unknown().optional() }));

const operation = z.object({
  operationId: z.string(),
  summary: z.string().default(''),
  tags: z.array(z.string()).default([]),
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z
    .record(z.string(), z.object({ description: z.string(), content: content.default({}) }))
    .default({}),
  'x-roles': z.array(z.string()).default([]),
  'x-refusals': z.array(z.object({ code: z.string(), fr: spoken, en: spoken })).default([]),
});

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const paths = z.record(z.string(), z.partialRecord(z.enum(METHODS), operation));

export type Parameter = z.infer<typeof parameter>;
export type Content = z.infer<typeof content>;
export type Operation = z.infer<typeof operation> & { readonly method: string; readonly path: string };

const isJson = (node: unknown): node is Json =>
  typeof node === 'object' && node !== null && !Array.isArray(node);

const at = (document: Json, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, part) => (isJson(node) ? node[part] : undefined), document);

/** The document with every local `$ref` replaced by what it names; one inside itself stays empty. */
const resolved = (document: Json, node: unknown, inside: readonly string[] = []): unknown => {
  if (Array.isArray(node)) return node.map((item) => resolved(document, item, inside));
  if (!isJson(node)) return node;
  const reference = node['$ref'];
  if (typeof reference === 'string')
    return inside.includes(reference)
      ? {}
      : resolved(document, at(document, reference), [...inside, reference]);
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, resolved(document, value, inside)]),
  );
};

/** Every operation of an OpenAPI document, in its order. Throws `ZodError` when it is none. */
export const operationsOf = (document: Json): readonly Operation[] =>
  Object.entries(paths.parse(resolved(document, document['paths']))).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const found = methods[method];
      return found === undefined ? [] : [{ ...found, method: method.toUpperCase(), path }];
    }),
  );
