import type { z } from 'zod';
import { problemResponse } from './openapi-components';
import { sampleOf } from '../pages/sample';
import { answerSchema, requestSchema, type Json } from './openapi-schema';
import { unavailable } from './openapi-responses';
import {
  alive,
  demoTokenAnswer,
  demoTokenRequest,
  passwordChange,
  readiness,
  session,
  sessionAnswer,
  signIn,
} from './session-messages';

type Open = {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly request?: { readonly schema: z.ZodType; readonly example: Json };
  readonly answer?: { readonly status: number; readonly schema: z.ZodType };
  readonly refusals: Json;
};

const answered = ({ status, schema }: NonNullable<Open['answer']>): Json => {
  const shape = answerSchema(schema);
  const body = { schema: shape, example: sampleOf(shape) };
  return { [status]: { description: 'Done', content: { 'application/json': body } } };
};

/** An operation that asks for no token. */
const open = ({ name, summary, description, request, answer, refusals }: Open): Json => ({
  ...{ operationId: name, summary, description, tags: [name.split('.')[0]], security: [], parameters: [] },
  ...(request && {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: requestSchema(request.schema), example: request.example } },
    },
  }),
  responses: {
    ...(answer === undefined ? { 204: { description: 'Done, without a body' } } : answered(answer)),
    400: problemResponse('body-is-not-json', 'Unreadable header or body'),
    ...refusals,
    ...unavailable,
  },
});

const ofBodies: Json = {
  413: problemResponse('too-large', 'Body too large'),
  415: problemResponse('media-type-not-read', 'Not application/json'),
  422: problemResponse('malformed', 'Every invalid field, with its pointer'),
};
const notHere = (what: string): Json => ({ 404: problemResponse('unknown-resource', what) });

const ofAccounts: Json = {
  401: problemResponse('sign-in-refused', 'Login and password do not go together, or the session is over'),
  403: problemResponse('password-change-required', 'A first password must be changed first'),
  ...notHere('This directory has no accounts of its own'),
  ...ofBodies,
};

const ACCOUNTS =
  'For laptops without network, over real data with accounts of their own; elsewhere the OpenID Connect issuer gives the tokens.';
const CREDENTIALS = { login: 'secretaire-commune-1', password: 'une phrase longue et rien qu’à soi' };
const REFRESH = { refreshToken: 'r7uXgkq2m0yQfW3nE5tB8A' };

type Operation = readonly [path: string, method: string, operation: Json];

const post = (path: string, name: string, more: Omit<Open, 'name'>): Operation => [
  path,
  'post',
  open({ name, ...more }),
];

/** What is asked before there is a token, and by load balancers. */
export const openOperations = (): readonly Operation[] => [
  post('/v1/tokens', 'sessions.sign-in', {
    ...{ summary: 'Sign in with a login and a password', description: ACCOUNTS },
    request: { schema: signIn, example: CREDENTIALS },
    ...{ answer: { status: 201, schema: sessionAnswer }, refusals: ofAccounts },
  }),
  post('/v1/tokens/refresh', 'sessions.refresh', {
    ...{ summary: 'Go on with a session; a refresh token is good once', description: ACCOUNTS },
    request: { schema: session, example: REFRESH },
    ...{ answer: { status: 201, schema: sessionAnswer }, refusals: ofAccounts },
  }),
  post('/v1/tokens/revocation', 'sessions.revoke', {
    ...{ summary: 'Sign out: the session brings no more tokens', description: ACCOUNTS },
    ...{ request: { schema: session, example: REFRESH }, refusals: ofAccounts },
  }),
  post('/v1/accounts/password', 'sessions.change-password', {
    ...{ summary: 'Change a password, the first one too', description: ACCOUNTS },
    request: {
      schema: passwordChange,
      example: { ...CREDENTIALS, newPassword: 'une autre phrase, plus longue encore' },
    },
    refusals: ofAccounts,
  }),
  post('/v1/demo/tokens', 'sessions.issue-demo-token', {
    summary: 'A token of any role, over demonstration data',
    description: 'Served on loopback over the demonstration directory, nowhere else.',
    request: { schema: demoTokenRequest, example: { role: 'secretary', territory: null } },
    answer: { status: 201, schema: demoTokenAnswer },
    refusals: { ...notHere('This directory holds real data'), ...ofBodies },
  }),
  [
    '/health/live',
    'get',
    open({
      ...{ name: 'health.live', summary: 'Alive', description: 'Answers as long as the process can.' },
      ...{ answer: { status: 200, schema: alive }, refusals: {} },
    }),
  ],
  [
    '/health/ready',
    'get',
    open({
      ...{ name: 'health.ready', summary: 'Ready to serve, and what is waited for' },
      description: 'Answers 503 with the same body while something is waited for.',
      ...{ answer: { status: 200, schema: readiness }, refusals: {} },
    }),
  ],
];
