import { z } from 'zod';
import * as analytics from '@benkan/contracts/analytics';
import * as imports from '@benkan/contracts/imports';
import * as meetings from '@benkan/contracts/meetings';
import * as registry from '@benkan/contracts/registry';
import * as training from '@benkan/contracts/training';
import { permissions, type Contract } from '@benkan/contracts';
import { parametersOf, routes } from '../routes';
import { operationsOf } from '../pages/read-document';
import { openApiOf } from './openapi';

const document = openApiOf(routes);
const operations = operationsOf(document);

/** Operations that are no message of the wire, and the wire names they lead to. */
const WRITTEN_BY_HAND: Readonly<Record<string, readonly string[]>> = {
  'analytics.listen': [analytics.listEvents.name],
  'batches.send': routes.map(({ contract }) => contract.name),
  'meetings.get-sync-pack': [meetings.getOfflineRoll.name],
};

/** Asked without a token. */
const OPEN = [
  'meetings.list-sync-pack-keys',
  'sessions.sign-in',
  'sessions.refresh',
  'sessions.revoke',
  'sessions.change-password',
  'sessions.issue-demo-token',
  'health.live',
  'health.ready',
];
const isOpen = ({ operationId }: { readonly operationId: string }): boolean => OPEN.includes(operationId);

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every object below a node, with the way to it. */
const walk = (node: unknown, way = '#'): readonly (readonly [string, Node])[] =>
  isNode(node)
    ? [[way, node], ...Object.entries(node).flatMap(([key, value]) => walk(value, `${way}/${key}`))]
    : [];

const reference = z.strictObject({ $ref: z.string().startsWith('#/components/') });
const schema = z.record(z.string(), z.unknown());
const media = z.strictObject({ schema, example: z.unknown().optional() });
const content = z.record(z.string().regex(/^[\w.+-]+\/[\w.+-]+$/), media);
const header = z.strictObject({ description: z.string().min(1), schema });
const parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  description: z.string().optional(),
  schema,
});
const response = z.strictObject({
  description: z.string().min(1),
  headers: z.record(z.string(), reference).optional(),
  content: content.optional(),
});
const text = z.strictObject({ title: z.string().min(1), detail: z.string().min(1) });
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  summary: z.string().min(1),
  description: z.string().min(1),
  tags: z.array(z.string()).length(1),
  parameters: z.array(z.union([reference, parameter])),
  requestBody: z.strictObject({ required: z.literal(true), content }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), response),
  security: z.union([z.tuple([z.strictObject({ bearer: z.tuple([]) })]), z.tuple([])]),
  'x-roles': z.array(z.string()).min(1).optional(),
  'x-refusals': z.array(z.strictObject({ code: z.string(), fr: text, en: text })).optional(),
});
const openApi = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string() })),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  paths: z.record(
    z.string().regex(/^(\/(\{\w+\}|[\w.-]+))+$/),
    z.strictObject({ get: operation.optional(), post: operation.optional() }),
  ),
  components: z.strictObject({
    securitySchemes: z.strictObject({ bearer: schema }),
    parameters: z.record(z.string(), parameter),
    headers: z.record(z.string(), header),
    schemas: z.record(z.string(), schema),
  }),
});

describe('the document', () => {
  it('is OpenAPI 3.1 of the shape we promise, and survives JSON', () => {
    expect(openApi.safeParse(document).error?.issues ?? []).toEqual([]);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('has no reference to nothing', () => {
    const at = (pointer: string): unknown =>
      pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((node, part) => (isNode(node) ? node[part] : undefined), document);
    const references = walk(document).flatMap(([, node]) =>
      typeof node['$ref'] === 'string' ? [node['$ref']] : [],
    );
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((pointer) => at(pointer) === undefined)).toEqual([]);
  });

  it('says every operation once, under a tag it describes', () => {
    const ids = operations.map(({ operationId }) => operationId);
    const described = (document['tags'] as readonly { readonly name: string }[]).map(({ name }) => name);
    expect(new Set(ids).size).toBe(ids.length);
    expect(operations.filter(({ tags: [tag = ''] }) => !described.includes(tag))).toEqual([]);
  });

  it('has schemas a validator can be made of', () => {
    const schemas = walk(document['paths']).filter(([way]) => way.endsWith('/schema'));
    const plain = schemas.filter(([, node]) => !walk(node).some(([, inner]) => '$ref' in inner));
    expect(plain.length).toBeGreaterThan(100);
    for (const [, node] of plain) expect(() => z.fromJSONSchema(node)).not.toThrow();
    expect(() => z.fromJSONSchema({ type: 'nonsense' } as never)).toThrow();
  });

  it('keeps no bound that binds nothing', () => {
    const limits = walk(document).flatMap(([, node]) => [node['minimum'], node['maximum']]);
    expect(limits.filter((limit) => Math.abs(Number(limit ?? 0)) >= Number.MAX_SAFE_INTEGER)).toEqual([]);
  });
});

describe.each(operations.map((one) => [`${one.method} ${one.path}`, one] as const))('%s', (_name, one) => {
  it('declares the parameters of its path, each once', () => {
    const declared = one.parameters.filter((given) => given.in === 'path');
    const inPath = [...one.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(declared.map(({ name }) => name)).toEqual(inPath);
    expect(declared.every(({ required }) => required)).toBe(true);
    const names = one.parameters.map(({ name, in: place }) => `${place} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('answers well, and every "no" in problem+json', () => {
    const statuses = Object.entries(one.responses);
    expect(statuses.filter(([status]) => status.startsWith('2'))).toHaveLength(1);
    const problems = statuses.filter(([status]) => Number(status) >= 400);
    const promised = isOpen(one) ? ['400', '429', '503'] : ['401', '403', '422', '429', '503'];
    expect(problems.map(([status]) => status)).toEqual(expect.arrayContaining(promised));
    for (const [, { content: body }] of problems)
      expect(Object.keys(body)).toEqual(['application/problem+json']);
  });

  it('carries a body only where it may, and roles a person can hold', () => {
    expect(one.requestBody === undefined).toBe(one.method === 'GET');
    expect(one['x-roles'].length === 0).toBe(isOpen(one));
    const names = WRITTEN_BY_HAND[one.operationId] ?? [one.operationId];
    const said = new Set(names.flatMap((name) => permissions[name] ?? []));
    expect(one['x-roles'].every((role) => said.has(role as never))).toBe(true);
    expect(one['x-roles']).not.toContain('importer');
    expect(one['x-roles']).not.toContain('system');
  });
});

const commands = routes.filter(({ contract }) => contract.kind === 'command');
const documented = (contract: Contract) =>
  operations.find(({ operationId }) => operationId === contract.name);

describe.each(commands.map((route) => [route.contract.name, route] as const))('%s', (_name, route) => {
  const { contract } = route;
  if (contract.kind !== 'command') throw new Error('a query among the commands');
  const body = documented(contract)?.requestBody?.content['application/json'];

  it('has an example its contract accepts', () => {
    expect((contract.request as z.ZodType).safeParse(contract.example).error?.issues ?? []).toEqual([]);
  });

  it('has an example the documented schema accepts, and it alone', () => {
    if (body === undefined) throw new Error('no body documented');
    const accepts = z.fromJSONSchema(body.schema as Parameters<typeof z.fromJSONSchema>[0]);
    expect(accepts.safeParse(body.example).error?.issues ?? []).toEqual([]);
    expect(accepts.safeParse({ ...(body.example as object), unheardOf: 1 }).success).toBe(false);
  });

  it('asks in the body for what is not in the path, and nothing twice', () => {
    const fields = Object.keys((body?.schema['properties'] ?? {}) as object);
    expect(fields.filter((field) => parametersOf(route.path).includes(field))).toEqual([]);
  });

  it('asks for a key and lists its refusals', () => {
    const one = documented(contract);
    expect(one?.parameters.find(({ name }) => name === 'Idempotency-Key')?.required).toBe(true);
    const spoken = one?.['x-refusals'].map(({ code }) => code) ?? [];
    expect([...spoken, ...(route.notFound === undefined ? [] : [route.notFound])].sort()).toEqual(
      [...contract.refusals].sort(),
    );
    expect('409' in (one?.responses ?? {})).toBe(spoken.length > 0);
  });
});

it('documents what a command answers beside its revision', () => {
  const answer = documented(registry.revealParticipant)?.responses['200']?.content['application/json']
    ?.schema;
  expect(answer?.['required']).toEqual(['id', 'revision', 'position', 'changed', 'person']);
});

it('documents every contract a stranger may reach', () => {
  const all = [registry, meetings, training, imports, analytics].flatMap(
    ({ commands: told, queries }): readonly Contract[] => [...told, ...queries],
  );
  const hidden: readonly string[] = [imports.putPart.name, meetings.getOfflineRoll.name];
  const reachable = all.map(({ name }) => name).filter((name) => !hidden.includes(name));
  const expected = [...reachable, ...Object.keys(WRITTEN_BY_HAND), ...OPEN];
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(expected.sort());
});
