import { batch, batchAnswer, MAX_BATCH, type BatchItem } from '@benkan/contracts';
import { convene } from '@benkan/contracts/meetings';
import { sampleOf } from '../pages/sample';
import { routes } from '../routes';
import { headersOf, problemResponse } from './openapi-components';
import { rolesOf } from './openapi-operation';
import { access, unavailable } from './openapi-responses';
import { answerSchema, requestSchema, type Json } from './openapi-schema';

const EXAMPLE: readonly BatchItem[] = [
  {
    command: convene.name,
    idempotencyKey: '0f6f2c54-7a3d-4d38-9d9a-6b0d2a1c7e55',
    body: { ...convene.example },
  },
];

const DESCRIPTION = [
  `Up to ${MAX_BATCH} commands by their wire names (the operationId of each), in the order they were captured; the body of each carries the parameters of its path too.`,
  'What touches the same thing is kept in order. Each command is permitted, decided, answered and repeatable by itself:',
  '`ok` is recorded, `refused` needs correcting, `failed` is sent again with the same key. Never all or nothing.',
].join(' ');

/** Who may send any command at all; each command asks again. */
const ROLES = [
  ...new Set(routes.flatMap(({ contract }) => (contract.kind === 'command' ? rolesOf(contract.name) : []))),
];

/** Many commands in one body, each answered; written by hand, for it is no message of the wire. */
export const batchOperation = (): Json => {
  const answer = answerSchema(batchAnswer);
  return {
    operationId: 'batches.send',
    summary: 'Send what was captured without network, at once',
    description: DESCRIPTION,
    tags: ['batches'],
    security: [{ bearer: [] }],
    'x-roles': ROLES,
    parameters: [],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: requestSchema(batch), example: EXAMPLE } },
    },
    responses: {
      200: {
        description: 'An answer for each command, in their order',
        headers: headersOf('Benkan-Position'),
        content: { 'application/json': { schema: answer, example: sampleOf(answer) } },
      },
      400: problemResponse('body-is-not-json', 'Unreadable body'),
      ...access,
      413: problemResponse('too-large', 'Body too large'),
      415: problemResponse('media-type-not-read', 'Not application/json'),
      422: problemResponse('malformed', `Not a list of 1 to ${MAX_BATCH} commands`),
      ...unavailable,
    },
  };
};
