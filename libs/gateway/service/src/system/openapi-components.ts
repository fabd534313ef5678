import { documentOf, HttpProblem } from '../http/problem';
import type { Json } from './openapi-schema';

const text = (description?: string): Json => ({
  type: 'string',
  ...(description === undefined ? {} : { description }),
});

const decimal = { type: 'string', pattern: '^[0-9]{1,20}$' };
const etag = { type: 'string', pattern: '^"?[0-9]{1,20}"?$' };

const header = (name: string, description: string, schema: Json, required = false): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema,
});

const parameters = {
  'Idempotency-Key': header(
    'Idempotency-Key',
    'The same key and body is the same command; the same key with another body is refused',
    { type: 'string', format: 'uuid' },
    true,
  ),
  'If-Match': header('If-Match', 'The revision you believe in; another one is answered 412', etag),
  'If-None-Match': header(
    'If-None-Match',
    'The ETag of the answer you hold; the same is answered 304',
    text(),
  ),
  'Last-Event-ID': header(
    'Last-Event-ID',
    'The position heard last; without it the stream begins now',
    decimal,
  ),
  'Benkan-At-Least': header('Benkan-At-Least', 'Position the answer must include', decimal),
  'Benkan-Wait': header('Benkan-Wait', 'Milliseconds to wait for Benkan-At-Least, 2000 at most', decimal),
};

const headers = {
  ETag: { description: 'The revision, or a tag of the answer', schema: text() },
  'Benkan-Position': { description: 'The position the answer is true at', schema: decimal },
  'Cache-Control': { description: 'Always no-store', schema: text() },
  Location: {
    description: 'Where to read what was created',
    schema: { type: 'string', format: 'uri-reference' },
  },
  'Retry-After': { description: 'Seconds after which trying again makes sense', schema: text() },
  'WWW-Authenticate': { description: 'Always Bearer', schema: text() },
};

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'correlationId'],
  properties: {
    type: text(),
    title: text(),
    status: { type: 'integer' },
    detail: text('In the language of Accept-Language; French by default'),
    instance: text(),
    code: text('Never translated'),
    correlationId: text(),
    currentRevision: decimal,
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: { pointer: text('JSON pointer into what was sent'), code: text(), detail: text() },
      },
    },
    differences: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'recorded', 'given'],
        properties: { field: text(), recorded: {}, given: {} },
      },
    },
  },
};

/** What operations share, said once. */
export const components = {
  securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
  parameters,
  headers,
  schemas: { Problem: problem },
};

const refer = (kind: keyof typeof components, name: string): Json => ({
  $ref: `#/components/${kind}/${name}`,
});

export const parameter = (name: keyof typeof parameters): Json => refer('parameters', name);

/** The named response headers, by reference. */
export const headersOf = (...names: readonly (keyof typeof headers)[]): Json =>
  Object.fromEntries(names.map((name) => [name, refer('headers', name)]));

const EXAMPLE_ID = '00000000-0000-0000-0000-000000000000';

/** A response in problem+json; the code is the one its example speaks. */
export const problemResponse = (
  code: string,
  description: string,
  ...names: readonly (keyof typeof headers)[]
): Json => ({
  description,
  ...(names.length === 0 ? {} : { headers: headersOf(...names) }),
  content: {
    'application/problem+json': {
      schema: refer('schemas', 'Problem'),
      example: documentOf(new HttpProblem(code), '/v1/…', EXAMPLE_ID, 'fr'),
    },
  },
});
