import { permissions, type Contract } from '@benkan/contracts';
import { formatsOf } from '../documents/prints';
import { parametersOf, type Route } from '../routes';
import { parameter } from './openapi-components';
import { responsesOf, spokenRefusals } from './openapi-responses';
import { propertiesOf, requestSchema, requiredOf, without, type Json } from './openapi-schema';

const INTERNAL: readonly string[] = ['importer', 'system'];

/** Roles a person may hold that may say a wire name. */
export const rolesOf = (wireName: string): readonly string[] =>
  (permissions[wireName] ?? []).filter((role) => !INTERNAL.includes(role));

/** What every operation says of itself; its tag is the domain. */
export const named = (name: string, summary: string, more = ''): Json => ({
  operationId: name,
  summary,
  description: `Roles: ${rolesOf(name).join(', ')}.${more}`,
  tags: [name.split('.')[0]],
  security: [{ bearer: [] }],
  'x-roles': rolesOf(name),
});

const headersOf = ({ contract, method }: Route): readonly Json[] => {
  if (contract.kind === 'command') return [parameter('Idempotency-Key'), parameter('If-Match')];
  const cached = method === 'GET' ? [parameter('If-None-Match')] : [];
  return [...cached, parameter('Benkan-At-Least'), parameter('Benkan-Wait')];
};

/** In which format a printed answer comes; `Accept` says it too. */
const formatParameter = ({ prints }: Route): readonly Json[] =>
  prints === undefined
    ? []
    : [
        {
          ...{ name: 'format', in: 'query', required: false },
          schema: { type: 'string', enum: ['json', ...formatsOf(prints)] },
        },
      ];

const parametersFor = (route: Route, request: Json): readonly Json[] => {
  const inPath = parametersOf(route.path);
  const properties = Object.entries(propertiesOf(request));
  const required = requiredOf(request);
  const given = (name: string, schema: unknown, place: 'path' | 'query'): Json => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  });
  const asked = route.method === 'GET' ? properties.filter(([name]) => !inPath.includes(name)) : [];
  return [
    ...inPath.map((name) => given(name, propertiesOf(request)[name] ?? { type: 'string' }, 'path')),
    ...asked.map(([name, schema]) => given(name, schema, 'query')),
    ...formatParameter(route),
    ...headersOf(route),
  ];
};

const exampleOf = (contract: Contract, names: readonly string[]): Json => {
  if (contract.kind !== 'command') return {};
  const fields = Object.entries(contract.example as Json).filter(([name]) => !names.includes(name));
  return { example: Object.fromEntries(fields) };
};

const bodyOf = ({ contract, method, path }: Route, request: Json): Json => {
  if (method === 'GET') return {};
  const names = parametersOf(path);
  const body = { schema: without(request, names), ...exampleOf(contract, names) };
  return { requestBody: { required: true, content: { 'application/json': body } } };
};

/** One route as an OpenAPI operation. Beside the standard: `x-roles`, and `x-refusals` in both languages. */
export const operationOf = (route: Route): Json => {
  const request = requestSchema(route.contract.request);
  return {
    ...named(route.contract.name, route.contract.summary),
    parameters: parametersFor(route, request),
    ...bodyOf(route, request),
    responses: responsesOf(route),
    ...spokenRefusals(route),
  };
};
