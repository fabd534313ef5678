import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BatchAnswer, BatchOutcome } from '@benkan/contracts';
import { forward, type GatewayDeps } from '../http/forward';
import { acceptLanguageOf, authorizationOf } from '../http/headers';
import { verifiedCaller } from '../http/caller';
import { documentOf, HttpProblem, type ProblemDocument } from '../http/problem';
import { GATEWAY } from '../http/route-controller';
import { languageOf } from '../http/texts';
import { earlierOf } from './earlier';
import { itemsOf, readItem, type Read } from './read-batch';
import { maySucceedLater, runBatch, type Answer, type Outcome } from './run-batch';

/** After this, commands not begun are left for another batch: whoever waits on a phone has given up. */
const MOST_MS = 60_000;

const keyOf = (value: unknown): string | null => {
  const read = readItem(value);
  return 'item' in read ? read.item.idempotencyKey : null;
};

const pointed = (document: ProblemDocument, before: string): ProblemDocument =>
  document.errors === undefined
    ? document
    : {
        ...document,
        errors: document.errors.map((error) => ({ ...error, pointer: `${before}${error.pointer}` })),
      };

/** What was captured without network, sent at once: each command is decided, answered and repeatable by itself. */
@Controller()
export class BatchesController {
  constructor(@Inject(GATEWAY) private readonly deps: GatewayDeps) {}

  @Post('v1/batches')
  @HttpCode(200)
  async send(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BatchAnswer> {
    // every "no" to the sender is said once, not for each command
    await verifiedCaller(this.deps.tokens, authorizationOf(request));
    const sent = itemsOf(request.body);
    const reads = sent.map(readItem);
    const ended = new AbortController();
    reply.raw.once('close', () => ended.abort());
    const outcomes = await runBatch({
      earlier: earlierOf(
        reads.map((read) => ('item' in read ? { ...read, body: read.item.body } : undefined)),
      ),
      send: (index) => this.sendOne(request, reads[index]),
      signal: AbortSignal.any([ended.signal, AbortSignal.timeout(MOST_MS)]),
    });
    const items = outcomes.map((outcome, index) => this.said(request, { outcome, index, sent: sent[index] }));
    const positions = items.flatMap((item) => (item.outcome === 'ok' ? [BigInt(item.answer.position)] : []));
    const furthest = positions.reduce((most, each) => (each > most ? each : most), -1n);
    if (furthest >= 0n) void reply.header('Benkan-Position', String(furthest));
    return { items };
  }

  private async sendOne(request: FastifyRequest, read: Read | undefined): Promise<Answer> {
    if (read === undefined || 'problem' in read) throw read?.problem ?? new HttpProblem('malformed');
    const { route, item } = read;
    const { idempotencyKey, ifMatch, body } = item;
    const answered = await forward(this.deps, request, route.contract, {
      body,
      notFound: route.notFound,
      missing: route.missing,
      label: { idempotencyKey, ifMatch },
    });
    return answered.data as Answer;
  }

  private said(
    request: FastifyRequest,
    { outcome, index, sent }: { readonly outcome: Outcome; readonly index: number; readonly sent: unknown },
  ): BatchOutcome {
    const idempotencyKey = keyOf(sent);
    if ('answer' in outcome)
      return { index, idempotencyKey: String(idempotencyKey), outcome: 'ok', answer: outcome.answer };
    const { problem } = outcome;
    const language = languageOf(acceptLanguageOf(request));
    const document = documentOf(problem, '/v1/batches', request.id, language);
    const before = idempotencyKey === null ? `/${index}` : `/${index}/body`;
    return {
      index,
      idempotencyKey,
      outcome: maySucceedLater(problem) ? 'failed' : 'refused',
      problem: pointed(document, before),
    };
  }
}
