import { getOfflineRoll, signedSyncPack, syncPackKeys, syncPackRequest } from '@benkan/contracts/meetings';
import { sampleOf } from '../pages/sample';
import { headersOf, parameter, problemResponse } from './openapi-components';
import { named } from './openapi-operation';
import { access, unavailable } from './openapi-responses';
import { answerSchema, propertiesOf, requestSchema, type Json } from './openapi-schema';

const PACK = [
  ' Good until `validUntil`. `signature` is a JWS in compact form without its payload: put the base64url of the RFC 8785',
  'bytes of `pack` between its two dots and check it with a key of GET /v1/sync-pack/keys. The ETag is the same all day',
  'for the same facts. Each time names are opened, a record of it is kept.',
].join(' ');

const json = (schema: Json): Json => ({ 'application/json': { schema, example: sampleOf(schema) } });

/** A pack is made of many answers, so it is written by hand. */
export const syncPackOperation = (): Json => ({
  ...named(
    getOfflineRoll.name,
    'Everything a device needs to work a month for one committee without network',
    PACK,
  ),
  operationId: 'meetings.get-sync-pack',
  parameters: [
    {
      ...{ name: 'committee', in: 'query', required: true },
      schema: propertiesOf(requestSchema(syncPackRequest))['committee'],
    },
    ...[parameter('If-None-Match'), parameter('Benkan-At-Least'), parameter('Benkan-Wait')],
  ],
  responses: {
    200: {
      description: 'The pack and its signature',
      headers: headersOf('ETag', 'Benkan-Position'),
      content: json(answerSchema(signedSyncPack)),
    },
    304: { description: 'What you hold is still true', headers: headersOf('ETag') },
    400: problemResponse('header-malformed', 'Unreadable header'),
    ...access,
    404: problemResponse('unknown-resource', 'Unknown, or outside your territory'),
    422: problemResponse('malformed', 'Every invalid field, with its pointer'),
    ...unavailable,
  },
});

/** Public, for a device checks a pack wherever it is. */
export const syncPackKeysOperation = (): Json => ({
  operationId: 'meetings.list-sync-pack-keys',
  summary: 'Public keys that packs are signed by (RFC 7517)',
  description: 'Needs no token. A retired key stays as long as a pack it signed may be valid.',
  ...{ tags: ['meetings'], security: [], parameters: [] },
  responses: {
    200: { description: 'Done', content: json(answerSchema(syncPackKeys)) },
    400: problemResponse('header-malformed', 'Unreadable header'),
    ...unavailable,
  },
});
