import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { getRefusedRows } from '@benkan/contracts/imports';
import { forward, type GatewayDeps } from '../http/forward';
import { GATEWAY } from '../http/route-controller';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Part = { readonly bytes: string; readonly parts: number };

/** The refused rows of an import as a workbook to correct and send again. */
@Controller()
export class RefusedRowsController {
  constructor(@Inject(GATEWAY) private readonly deps: GatewayDeps) {}

  @Get('v1/imports/:importId/refused-rows')
  async download(
    @Param('importId') importId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    let parts = 1;
    for (let part = 0; part < parts; part += 1) {
      const { data } = await forward(this.deps, request, getRefusedRows, { body: { importId, part } });
      const answer = data as Part;
      parts = answer.parts;
      chunks.push(Buffer.from(answer.bytes, 'base64'));
    }
    void reply
      .header('Content-Disposition', `attachment; filename="lignes-refusees-${importId}.xlsx"`)
      .type(XLSX)
      .send(Buffer.concat(chunks));
  }
}
