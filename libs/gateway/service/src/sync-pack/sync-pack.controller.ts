import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { problemsOf } from '@benkan/contracts';
import {
  getOfflineRoll,
  SYNC_PACK_DAYS,
  syncPackRequest,
  type signedSyncPack,
  type SyncPack,
  type syncPackKeys,
} from '@benkan/contracts/meetings';
import type { DocumentSigner, Principal } from '@benkan/security';
import { admittedCaller } from '../http/admitted-caller';
import { etagOf } from '../http/etag';
import { originOf, requestFor, type GatewayDeps } from '../http/forward';
import { atLeastOf, ifNoneMatchOf } from '../http/headers';
import { HttpProblem, problemOf } from '../http/problem';
import { GATEWAY } from '../http/route-controller';
import { daysFrom, gathered, type AskPart } from './gather';
import { LABELLED_LISTS } from './labels';
import { spokenTo } from './spoken';

const committeeAsked = (query: unknown): string => {
  const parsed = syncPackRequest.safeParse(query);
  if (parsed.success) return parsed.data.committee;
  throw new HttpProblem('malformed', { errors: problemsOf(parsed.error) });
};

/** The same all day for the same facts: a copy of yesterday is replaced, so that its validity goes on. */
const tagOf = ({ generatedAt, validUntil: _, asOf: __, ...content }: SyncPack): string =>
  `W/${etagOf([generatedAt.slice(0, 10), content])}`;

/** What a device works with for a month without network, signed so that it can be trusted where it lies. */
@Controller()
export class SyncPackController {
  constructor(@Inject(GATEWAY) private readonly deps: GatewayDeps) {}

  @Get('v1/sync-pack')
  async pack(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.input<typeof signedSyncPack> | undefined> {
    const body = request.query;
    const principal = await admittedCaller(this.deps, { request, contract: getOfflineRoll, body });
    const committee = committeeAsked(body);
    const signer = this.signer();
    const pack = await this.packFor(request, principal, committee);
    const etag = tagOf(pack);
    void reply
      .header('ETag', etag)
      .header('Benkan-Position', pack.asOf.position)
      .header('Cache-Control', 'private, no-cache');
    if (ifNoneMatchOf(request) === etag) {
      void reply.status(304);
      return undefined;
    }
    return { pack, signature: await signer.sign(pack) };
  }

  @Get('v1/sync-pack/keys')
  keys(@Res({ passthrough: true }) reply: FastifyReply): z.input<typeof syncPackKeys> {
    const keys = this.signer().publicKeys() as z.input<typeof syncPackKeys>['keys'];
    void reply.header('Cache-Control', 'public, max-age=3600');
    return { keys: [...keys] };
  }

  private async packFor(request: FastifyRequest, principal: Principal, committee: string): Promise<SyncPack> {
    const generatedAt = this.deps.now().toISOString();
    const today = generatedAt.slice(0, 10);
    const parts = await gathered(this.asking(request, principal), committee, today);
    const validUntil = `${daysFrom(today, SYNC_PACK_DAYS)}${generatedAt.slice(10)}`;
    return {
      ...{ format: 1, generatedAt, validUntil, ...parts },
      ...{ lists: LABELLED_LISTS, ...spokenTo(principal) },
    };
  }

  private signer(): DocumentSigner {
    if (this.deps.packs === undefined) throw new HttpProblem('unavailable');
    return this.deps.packs;
  }

  /** Counted once as a request, however many questions it takes. */
  private asking(request: FastifyRequest, principal: Principal): AskPart {
    const { deps } = this;
    return async (contract, body) => {
      const message = requestFor(deps, principal, contract, {
        ...{ body, ...originOf(request), ...atLeastOf(request) },
      });
      const reply = await deps.messaging.request(message);
      if (reply.kind !== 'answer') throw problemOf(reply);
      return reply.data as z.output<typeof contract.response>;
    };
  }
}
