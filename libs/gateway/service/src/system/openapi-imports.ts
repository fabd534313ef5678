import { IMPORT_KINDS } from '@benkan/contracts';
import { MAX_UPLOAD_BYTES, getRefusedRows, receiveImport } from '@benkan/contracts/imports';
import { sampleOf } from '../pages/sample';
import { headersOf, parameter, problemResponse } from './openapi-components';
import { named } from './openapi-operation';
import { access, unavailable } from './openapi-responses';
import { answerSchema, propertiesOf, requestSchema, type Json } from './openapi-schema';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const received = answerSchema(receiveImport.response);
const binary = { schema: { type: 'string', format: 'binary' } };

const progress = ` At most ${MAX_UPLOAD_BYTES} bytes. Progress and the report per row: GET /v1/imports/{importId}.`;

/** The upload: a file instead of the wire's parts, so it is written by hand. */
export const uploadOperation = (): Json => ({
  ...named(receiveImport.name, receiveImport.summary, progress),
  parameters: [
    { name: 'kind', in: 'query', required: true, schema: { type: 'string', enum: IMPORT_KINDS } },
    { name: 'dryRun', in: 'query', required: false, schema: { type: 'boolean', default: false } },
    parameter('Idempotency-Key'),
  ],
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          properties: { file: { type: 'string', format: 'binary' } },
          required: ['file'],
        },
      },
      [XLSX]: binary,
      'text/csv': binary,
    },
  },
  responses: {
    202: {
      description: 'Received',
      headers: headersOf('Location'),
      content: { 'application/json': { schema: received, example: sampleOf(received) } },
    },
    400: problemResponse('idempotency-key-required', '`Idempotency-Key` missing or unreadable'),
    ...access,
    413: problemResponse('file-too-large', 'File too large'),
    415: problemResponse('media-type-not-read', 'Neither a workbook nor a CSV file'),
    422: problemResponse('malformed', 'No file, or an unknown kind'),
    ...unavailable,
  },
});

/** The refused rows come as one workbook, not as the wire's parts. */
export const refusedRowsOperation = (): Json => ({
  ...named(getRefusedRows.name, getRefusedRows.summary),
  parameters: [
    {
      name: 'importId',
      in: 'path',
      required: true,
      schema: propertiesOf(requestSchema(getRefusedRows.request))['importId'],
    },
  ],
  responses: {
    200: { description: 'A workbook', content: { [XLSX]: binary } },
    ...access,
    404: problemResponse('unknown-resource', 'Unknown, or outside your territory'),
    422: problemResponse('malformed', 'Every invalid field, with its pointer'),
    ...unavailable,
  },
});
