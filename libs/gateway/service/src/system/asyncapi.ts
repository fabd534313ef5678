import type { Contract } from '@benkan/contracts';
import { publicEvent } from '@benkan/contracts/analytics';
import type { Route } from '../routes';
import { FAULT, REFUSED, REQUEST } from './asyncapi-envelope';
import { rolesOf } from './openapi-operation';
import { answerOf } from './openapi-responses';
import { answerSchema, requestSchema, together, type Json } from './openapi-schema';

const SUBJECTS = 'benkan.v1.';

const refer = (...way: readonly string[]): Json => ({ $ref: `#/${way.join('/')}` });

/** What a service is asked under one wire name, and what it may say. */
const messagesOf = ({ name, summary, ...contract }: Contract): Json => ({
  [`${name}.request`]: {
    name: `${name}.request`,
    title: summary,
    contentType: 'application/json',
    payload: together(REQUEST, {
      properties: { name: { const: name }, body: requestSchema(contract.request) },
      required: ['name', 'body'],
    }),
  },
  [`${name}.answer`]: {
    name: `${name}.answer`,
    title: 'The answer',
    contentType: 'application/json',
    payload: {
      type: 'object',
      properties: {
        v: { const: 1 },
        kind: { const: 'answer' },
        data: answerOf({ name, summary, ...contract } as Contract),
      },
      required: ['v', 'kind', 'data'],
    },
  },
});

const channelOf = (contract: Contract): Json => ({
  address: `${SUBJECTS}${contract.name}`,
  description: contract.summary,
  servers: [refer('servers', 'nats')],
  messages: { request: refer('components', 'messages', `${contract.name}.request`) },
});

const operationOf = ({ name, summary }: Contract): Json => ({
  action: 'receive',
  channel: refer('channels', name),
  summary,
  description: `Roles: ${rolesOf(name).join(', ')}.`,
  messages: [refer('channels', name, 'messages', 'request')],
  reply: {
    address: { location: '$message.header#/reply', description: 'The reply subject of the NATS message' },
    channel: refer('channels', 'replies'),
    messages: [
      refer('channels', 'replies', 'messages', `${name}.answer`),
      refer('channels', 'replies', 'messages', 'refused'),
      refer('channels', 'replies', 'messages', 'fault'),
    ],
  },
});

const named = <Value>(contracts: readonly Contract[], value: (contract: Contract) => Value) =>
  Object.fromEntries(contracts.map((contract) => [contract.name, value(contract)]));

const repliesTo = (contracts: readonly Contract[]): Json => ({
  description: 'The inbox of whoever asked; the address is in the request',
  messages: {
    ...Object.fromEntries(
      contracts.map(({ name }) => [`${name}.answer`, refer('components', 'messages', `${name}.answer`)]),
    ),
    refused: refer('components', 'messages', 'refused'),
    fault: refer('components', 'messages', 'fault'),
  },
});

const EVENTS: Json = {
  address: '/v1/events',
  description:
    'Server-sent events over HTTP: what was recorded, for what the caller may see. `id` is a position; `Last-Event-ID` resumes after it without a gap.',
  servers: [refer('servers', 'http')],
  messages: { recorded: refer('components', 'messages', 'recorded') },
};

const plainMessage = (name: string, title: string, payload: Json): Json => ({
  name,
  title,
  contentType: 'application/json',
  payload,
});

/** Subjects, replies and public events as AsyncAPI 3, from the routes and their contracts. */
export const asyncApiOf = (routes: readonly Route[]): Json => {
  const contracts = [...new Map(routes.map(({ contract }) => [contract.name, contract])).values()];
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Benkan',
      version: '1',
      license: { name: 'Apache License 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      description:
        'What services ask one another over NATS, and the public events of the HTTP edge. NATS asks and never remembers: facts are in the event store.',
    },
    servers: {
      nats: { host: 'localhost:4222', protocol: 'nats', description: 'Inside the house only' },
      http: { host: 'localhost:3000', protocol: 'http', description: 'The edge, with a bearer token' },
    },
    channels: { ...named(contracts, channelOf), replies: repliesTo(contracts), events: EVENTS },
    operations: {
      ...named(contracts, operationOf),
      events: {
        action: 'send',
        channel: refer('channels', 'events'),
        summary: 'Tell who listens what was recorded',
        messages: [refer('channels', 'events', 'messages', 'recorded')],
      },
    },
    components: {
      messages: {
        ...Object.assign({}, ...contracts.map(messagesOf)),
        refused: plainMessage('refused', 'A refusal of the domain, listed in its contract', REFUSED),
        fault: plainMessage(
          'fault',
          'The way or the store could not; the code says whether to try again',
          FAULT,
        ),
        recorded: plainMessage('recorded', 'Something was recorded', answerSchema(publicEvent)),
      },
    },
  };
};
