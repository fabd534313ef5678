import { randomUUID } from 'node:crypto';
import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MAX_UPLOAD_BYTES, PART_BYTES, putPart, receiveImport } from '@benkan/contracts/imports';
import { derivedId } from '@benkan/messaging';
import { callerOf } from '../http/caller';
import { callerName, forward, requestFor, type GatewayDeps } from '../http/forward';
import { authorizationOf, idempotencyKeyOf } from '../http/headers';
import { HttpProblem, problemOf } from '../http/problem';
import { GATEWAY } from '../http/route-controller';
import { uploadOf } from './upload';

type ImportQuery = { readonly kind?: unknown; readonly dryRun?: unknown };

const KNOWN = new Set(['kind', 'dryRun']);

const asBoolean = (value: unknown): unknown =>
  value === undefined || value === 'false' ? false : value === 'true' ? true : value;

const queryOf = (query: unknown): ImportQuery => {
  const fields = Object.keys(query as object);
  const unknown = fields.filter((field) => !KNOWN.has(field));
  if (unknown.length === 0) return query as ImportQuery;
  throw new HttpProblem('malformed', {
    errors: unknown.map((field) => ({
      pointer: `/${field}`,
      code: 'unknown-field',
      detail: 'unknown field',
    })),
  });
};

/** Takes a spreadsheet in, part by part, and hands it to the imports service. */
@Controller()
export class UploadController {
  constructor(@Inject(GATEWAY) private readonly deps: GatewayDeps) {}

  @Post('v1/imports')
  @HttpCode(202)
  async upload(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const principal = await callerOf(this.deps.tokens, authorizationOf(request), receiveImport.name);
    const key = idempotencyKeyOf(request);
    const { kind, dryRun } = queryOf(request.query);
    const id = derivedId('import', callerName(principal), key);
    const uploadId = randomUUID();
    const { bytes, fileName } = await uploadOf(request, MAX_UPLOAD_BYTES);
    const parts = Math.max(1, Math.ceil(bytes.length / PART_BYTES));
    for (let index = 0; index < parts; index += 1) {
      const part = bytes.subarray(index * PART_BYTES, (index + 1) * PART_BYTES);
      const body = { uploadId, index, bytes: Buffer.from(part).toString('base64') };
      const stored = await this.deps.messaging.request(
        requestFor(this.deps, principal, putPart, { body, correlationId: request.id }),
      );
      if (stored.kind !== 'answer') throw problemOf(stored);
    }
    const body = { id, uploadId, parts, importKind: kind, fileName, dryRun: asBoolean(dryRun) };
    const { data } = await forward(this.deps, request, receiveImport, { body });
    void reply.header('Location', `/v1/imports/${id}`);
    return data;
  }
}
