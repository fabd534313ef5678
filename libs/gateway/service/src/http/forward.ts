import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { problemsOf, type Contract } from '@benkan/contracts';
import { commandIdOf, type Messaging, type Reply, type Request } from '@benkan/messaging';
import type { ContextSigner, DocumentSigner, Principal, TokenVerifier } from '@benkan/security';
import type { Printers } from '../documents/prints';
import { atLeastOf, idempotencyKeyOf, ifMatchOf } from './headers';
import { admittedCaller } from './admitted-caller';
import type { CountPrincipal } from './limits';
import { traceOf } from './trace';
import { HttpProblem, problemOf, type Absent } from './problem';

export type GatewayDeps = {
  readonly messaging: Messaging;
  readonly context: ContextSigner;
  readonly tokens: TokenVerifier;
  readonly now: () => Date;
  /** Counts requests of one principal; absent where nobody counts. */
  readonly countPrincipal?: CountPrincipal;
  /** Who prints answers as files; absent where nothing is printed. */
  readonly printers?: Printers;
  /** Who signs what a device takes along; absent where no such packs are made. */
  readonly packs?: DocumentSigner;
};

const DEADLINE_MS = 10_000;

export const callerName = ({ issuer, subject }: Principal): string => `${issuer}|${subject}`;

const checked = (contract: Contract, body: unknown): unknown => {
  const parsed = (contract.request as z.ZodType).safeParse(body);
  if (parsed.success) return parsed.data;
  throw new HttpProblem('malformed', { errors: problemsOf(parsed.error) });
};

/** What a service is told of the HTTP request behind its own. */
export const originOf = (
  request: FastifyRequest,
): Required<Pick<Request, 'correlationId' | 'traceparent'>> => ({
  correlationId: request.id,
  traceparent: traceOf(request),
});

/** A request to a service, on behalf of a caller. */
export const requestFor = (
  { context, now }: GatewayDeps,
  principal: Principal,
  contract: Contract,
  more: Pick<Request, 'body' | 'correlationId'> & Partial<Request>,
): Request => ({
  v: 1,
  id: randomUUID(),
  name: contract.name,
  context: context.sign(principal, DEADLINE_MS * 2),
  deadline: now().getTime() + DEADLINE_MS,
  ...more,
});

/** What stands in the headers of a command of its own, and beside each command of a batch. */
export type Label = { readonly idempotencyKey: string; readonly ifMatch?: string | undefined };

const labelOf = (request: FastifyRequest): Label => ({
  idempotencyKey: idempotencyKeyOf(request),
  ifMatch: ifMatchOf(request),
});

const commandHeaders = (
  contract: Contract,
  principal: Principal,
  { idempotencyKey, ifMatch }: Label,
): Partial<Request> => ({
  commandId: commandIdOf(callerName(principal), contract.name, idempotencyKey),
  ...(ifMatch === undefined ? {} : { ifMatch }),
});

export type Answered = Extract<Reply, { kind: 'answer' }>;

/** Parse, permit, pass on. Throws an `HttpProblem` for every "no". */
export const forward = async (
  deps: GatewayDeps,
  request: FastifyRequest,
  contract: Contract,
  input: Absent & { readonly body: unknown; readonly label?: Label },
): Promise<Answered> => {
  const principal = await admittedCaller(deps, { request, contract, body: input.body });
  const headers =
    contract.kind === 'query'
      ? atLeastOf(request)
      : commandHeaders(contract, principal, input.label ?? labelOf(request));
  const body = checked(contract, input.body);
  const reply = await deps.messaging.request(
    requestFor(deps, principal, contract, { body, ...originOf(request), ...headers }),
  );
  if (reply.kind === 'answer') return reply;
  throw problemOf(reply, input);
};
