import { commandAnswer, placeOf, type Contract } from '@benkan/contracts';
import { MEDIA_TYPES, formatsOf } from '../documents/prints';
import { textOf } from '../http/texts';
import { sampleOf } from '../pages/sample';
import { parametersOf, type Route } from '../routes';
import { headersOf, problemResponse } from './openapi-components';
import { answerSchema, propertiesOf, together, type Json } from './openapi-schema';

/** The refusals a stranger can meet on a route; the one that means 404 is not among them. */
export const refusalsOf = ({ contract, notFound }: Route): readonly string[] =>
  contract.kind === 'command' ? contract.refusals.filter((code) => code !== notFound) : [];

/** What a contract answers with when all went well. */
export const answerOf = (contract: Contract): Json => {
  if (contract.kind === 'query') return answerSchema(contract.response);
  const answer = answerSchema(commandAnswer);
  return contract.answer === undefined ? answer : together(answer, answerSchema(contract.answer));
};

const hasPosition = (schema: Json): boolean => {
  const properties = propertiesOf(schema);
  return 'position' in properties || 'asOf' in properties;
};

const filesOf = ({ prints }: Route): Json => {
  const file = { schema: { type: 'string', format: 'binary' } };
  const types = prints === undefined ? [] : formatsOf(prints).map((format) => MEDIA_TYPES[format]);
  return Object.fromEntries(types.map((type) => [type, file]));
};

const done = (route: Route): Json => {
  const created = route.creates !== undefined;
  const schema = answerOf(route.contract);
  const position = hasPosition(schema) ? (['Benkan-Position'] as const) : [];
  const location = created ? (['Location'] as const) : [];
  return {
    [created ? 201 : 200]: {
      description: created ? 'Created' : 'Done',
      headers: headersOf('ETag', ...position, ...location),
      content: {
        [route.mediaType ?? 'application/json']: { schema, example: sampleOf(schema) },
        ...filesOf(route),
      },
    },
    ...(route.method === 'GET'
      ? { 304: { description: 'What you hold is still true', headers: headersOf('ETag') } }
      : {}),
  };
};

const inWords = (codes: readonly string[]): string =>
  codes.map((code) => `- \`${code}\`: ${textOf(code, 'en').detail}`).join('\n');

const refused = (route: Route): Json => {
  const codes = refusalsOf(route).filter((code) => route.missing?.includes(code) !== true);
  if (codes.length === 0) return {};
  return { 409: problemResponse(codes[0] ?? '', `Refused by the domain:\n${inWords(codes)}`) };
};

const absent = ({ missing = [] }: Route): Json => {
  const parts = missing.length === 0 ? '' : `; or a part of it is unknown:\n${inWords(missing)}`;
  return { 404: problemResponse('unknown-resource', `Unknown, or outside your territory${parts}`) };
};

const ofBodies: Json = {
  413: problemResponse('too-large', 'Body too large'),
  415: problemResponse('media-type-not-read', 'Not application/json'),
};

const ofCommands: Json = {
  412: problemResponse('stale-revision', 'Stale `If-Match`; `currentRevision` says where it stands'),
};

/** Every status of a route that concerns a token or the way, said alike everywhere. */
export const access: Json = {
  401: problemResponse('token-missing', 'No token, or not a good one', 'WWW-Authenticate'),
  403: problemResponse('forbidden', 'Your role never allows this'),
};

export const unavailable: Json = {
  429: problemResponse('too-many-requests', 'Too many at a time; later, after `Retry-After`', 'Retry-After'),
  503: problemResponse(
    'unavailable',
    'Not available; send the same again after `Retry-After`',
    'Retry-After',
  ),
};

/** Whether it speaks of one thing that may be unknown: in its path, its query or its body. */
const namesResource = ({ path, notFound, contract }: Route): boolean => {
  const place = placeOf(contract.name);
  const named = place?.kind === 'at' && place.concerns.some(({ means }) => means === 'names');
  return parametersOf(path).length > 0 || notFound !== undefined || named;
};

/** Every answer of a route, by status. */
export const responsesOf = (route: Route): Json => {
  const isCommand = route.contract.kind === 'command';
  return {
    ...done(route),
    400: problemResponse('header-malformed', 'Unreadable header or body'),
    ...access,
    ...(namesResource(route) ? absent(route) : {}),
    ...refused(route),
    ...(isCommand ? ofCommands : {}),
    ...(route.method === 'POST' ? ofBodies : {}),
    422: problemResponse(
      'malformed',
      isCommand
        ? 'Every invalid field, with its pointer; or a key that served another request'
        : 'Every invalid field, with its pointer',
    ),
    ...unavailable,
  };
};

/** What each refusal says, in both languages, for programs that show it to people. */
export const spokenRefusals = (route: Route): Json => {
  const codes = refusalsOf(route);
  if (codes.length === 0) return {};
  return {
    'x-refusals': codes.map((code) => ({ code, fr: textOf(code, 'fr'), en: textOf(code, 'en') })),
  };
};
