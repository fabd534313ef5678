import { randomUUID } from 'node:crypto';
import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { IMPORT_KINDS, problemsOf } from '@benkan/contracts';
import { MAX_UPLOAD_BYTES, PART_BYTES, putPart, receiveImport } from '@benkan/contracts/imports';
import { derivedId } from '@benkan/messaging';
import { admittedCaller } from '../http/admitted-caller';
import { callerName, forward, originOf, requestFor, type GatewayDeps } from '../http/forward';
import { idempotencyKeyOf } from '../http/headers';
import { HttpProblem, problemOf } from '../http/problem';
import { GATEWAY } from '../http/route-controller';
import { UPLOAD_PATH, uploadOf } from './upload';

const question = z.strictObject({
  kind: z.enum(IMPORT_KINDS),
  dryRun: z.enum(['true', 'false']).default('false'),
});

const questionOf = (query: unknown): z.output<typeof question> => {
  const parsed = question.safeParse(query);
  if (parsed.success) return parsed.data;
  throw new HttpProblem('malformed', { errors: problemsOf(parsed.error) });
};

/** Takes a spreadsheet in, part by part, and hands it to the imports service. */
@Controller()
export class UploadController {
  constructor(@Inject(GATEWAY) private readonly deps: GatewayDeps) {}

  @Post(UPLOAD_PATH)
  @HttpCode(202)
  async upload(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const principal = await admittedCaller(this.deps, { request, contract: receiveImport, body: null });
    const key = idempotencyKeyOf(request);
    const { kind, dryRun } = questionOf(request.query);
    const id = derivedId('import', callerName(principal), key);
    const uploadId = randomUUID();
    const { bytes, fileName } = await uploadOf(request, MAX_UPLOAD_BYTES);
    const parts = Math.max(1, Math.ceil(bytes.length / PART_BYTES));
    for (let index = 0; index < parts; index += 1) {
      const part = bytes.subarray(index * PART_BYTES, (index + 1) * PART_BYTES);
      const body = { uploadId, index, bytes: Buffer.from(part).toString('base64') };
      const stored = await this.deps.messaging.request(
        requestFor(this.deps, principal, putPart, { body, ...originOf(request) }),
      );
      if (stored.kind !== 'answer') throw problemOf(stored);
    }
    const body = { id, uploadId, parts, importKind: kind, fileName, dryRun: dryRun === 'true' };
    const { data } = await forward(this.deps, request, receiveImport, { body });
    void reply.header('Location', `/v1/imports/${id}`);
    return data;
  }
}
