import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Answer, Client } from './client';

export type Json = { readonly [key: string]: unknown };

export type DocumentedOperation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly roles: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Json }[];
  readonly body: Json | undefined;
  /** What of an answer is not as documented; empty when it keeps its word. */
  readonly broken: (answer: Answer<unknown>) => readonly string[];
};

const isJson = (node: unknown): node is Json =>
  typeof node === 'object' && node !== null && !Array.isArray(node);
const asJson = (node: unknown): Json => (isJson(node) ? node : {});
const listOf = (node: unknown): readonly unknown[] => (Array.isArray(node) ? node : []);

const pointerOf = (...way: readonly string[]): string =>
  `#/${way.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;

const referred = (document: Json, node: unknown): Json => {
  const reference = asJson(node)['$ref'];
  if (typeof reference !== 'string') return asJson(node);
  return reference
    .split('/')
    .slice(1)
    .reduce<Json>((at, part) => asJson(at[part]), document);
};

const mediaOf = ({ headers }: Answer<unknown>): string =>
  (headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';

/** Every operation of the document a stack gives away, with a check of its answers. */
export const documentedBy = async (client: Client): Promise<readonly DocumentedOperation[]> => {
  const { body: document } = await client.get<Json>(null, '/v1/openapi.json');
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, 'edge');
  const compiled = new Map<string, ValidateFunction>();
  const validator = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `edge${pointer}` });
    compiled.set(pointer, known);
    return known;
  };

  const operation = (path: string, method: string, node: Json): DocumentedOperation => {
    const responses = asJson(node['responses']);
    const broken = (answer: Answer<unknown>): readonly string[] => {
      const status = String(answer.status);
      if (!(status in responses)) return [`${status} is not documented`];
      const contents = asJson(asJson(responses[status])['content']);
      if (Object.keys(contents).length === 0) return answer.body === '' ? [] : [`${status} has a body`];
      const media = mediaOf(answer);
      if (!(media in contents)) return [`${status} is ${media}`];
      if (!media.endsWith('json')) return [];
      const check = validator(
        pointerOf('paths', path, method, 'responses', status, 'content', media, 'schema'),
      );
      if (check(answer.body)) return [];
      return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
    };
    return {
      id: String(node['operationId']),
      method: method.toUpperCase(),
      path,
      roles: listOf(node['x-roles']).map(String),
      parameters: listOf(node['parameters']).map((one) => {
        const { name, in: place, schema } = referred(document, one);
        return { name: String(name), in: String(place), schema: asJson(schema) };
      }),
      body: 'requestBody' in node ? asJson(asJson(node['requestBody'])['content']) : undefined,
      broken,
    };
  };

  return Object.entries(asJson(document['paths'])).flatMap(([path, methods]) =>
    Object.entries(asJson(methods)).map(([method, node]) => operation(path, method, asJson(node))),
  );
};
