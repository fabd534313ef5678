import { listEvents } from '@benkan/contracts/analytics';
import { headersOf, parameter, problemResponse } from './openapi-components';
import { named } from './openapi-operation';
import { access, unavailable } from './openapi-responses';
import type { Json } from './openapi-schema';

const MORE =
  ' A line `recorded` for each event, `moved` when only the position advanced, a comment every 15 s; it ends with `token-expired`. What was missed comes by page from GET /v1/history.';

const EXAMPLE = `retry: 3000
: benkan

id: 42
event: moved
data: {"position":"42"}

`;

/** The live stream is not the page of the wire, so it is written by hand. */
export const eventsOperation = (): Json => ({
  ...named(listEvents.name, 'What is recorded, as it is recorded (server-sent events)', MORE),
  operationId: 'analytics.listen',
  parameters: [parameter('Last-Event-ID')],
  responses: {
    200: {
      description: 'A stream that stays open',
      headers: headersOf('Cache-Control'),
      content: { 'text/event-stream': { schema: { type: 'string' }, example: EXAMPLE } },
    },
    400: problemResponse('header-malformed', 'Unreadable header'),
    ...access,
    422: problemResponse('malformed', 'Every invalid field, with its pointer'),
    ...unavailable,
  },
});
