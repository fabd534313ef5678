import type { Route } from '../routes';
import { components } from './openapi-components';
import { batchOperation } from './openapi-batches';
import { eventsOperation } from './openapi-events';
import { refusedRowsOperation, uploadOperation } from './openapi-imports';
import { operationOf } from './openapi-operation';
import { openOperations } from './openapi-sessions';
import type { Json } from './openapi-schema';
import { syncPackKeysOperation, syncPackOperation } from './openapi-sync-pack';

const TAGS: Readonly<Record<string, string>> = {
  registry: 'Territories, committees and participants',
  meetings: 'Meetings, attendance and recommendations',
  training: 'Trainings, attendance, tests, certificates; community activities',
  imports: 'Spreadsheets taken in row by row',
  batches: 'Commands captured without network, sent at once',
  analytics: 'Indicators, always with their two terms',
  sessions: 'Tokens, where no other issuer gives them',
  health: 'For launchers and load balancers',
};

const pathOf = (path: string): string => `/${path.replaceAll(/:(\w+)/g, '{$1}')}`;

type Operation = readonly [path: string, method: string, operation: Json];

const operationsOf = (routes: readonly Route[]): readonly Operation[] => [
  ...routes.map((route): Operation => [pathOf(route.path), route.method.toLowerCase(), operationOf(route)]),
  ['/v1/batches', 'post', batchOperation()],
  ['/v1/events', 'get', eventsOperation()],
  ['/v1/sync-pack', 'get', syncPackOperation()],
  ['/v1/sync-pack/keys', 'get', syncPackKeysOperation()],
  ['/v1/imports', 'post', uploadOperation()],
  ['/v1/imports/{importId}/refused-rows', 'get', refusedRowsOperation()],
  ...openOperations(),
];

const pathsOf = (operations: readonly Operation[]): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [path, method, operation] of operations) paths[path] = { ...paths[path], [method]: operation };
  return paths;
};

/** The whole edge as OpenAPI 3.1, from the routes and their contracts. */
export const openApiOf = (routes: readonly Route[]): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Benkan',
    version: '1',
    license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    description: 'Facts and figures of the communal security consultative committees (CCS-C) of Mali.',
  },
  servers: [{ url: '/' }],
  tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  paths: pathsOf(operationsOf(routes)),
  components,
});
