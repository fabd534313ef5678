import { randomUUID } from 'node:crypto';
import type { CommandContract, QueryContract } from '@benkan/contracts';
import { Fault, nextSpan, type Messaging, type Reply } from '@benkan/messaging';
import type { ContextSigner, Principal } from '@benkan/security';
import type { z } from 'zod';

/** One service asking another in its own name. */
export const SERVICE: Principal = {
  issuer: 'benkan',
  subject: 'service',
  roles: [{ role: 'system', territory: null }],
};

export type Ask = <Request extends z.ZodType, Response extends z.ZodType>(
  contract: QueryContract<string, Request, Response>,
  body: z.input<Request>,
  because: Because,
) => Promise<z.output<Response> | undefined>;

export type Because = {
  readonly correlationId: string;
  /** Of the request that made us ask; a trace begins where there is none. */
  readonly traceparent?: string;
  readonly deadline: number;
  /** Wait until the answer includes this position. */
  readonly atLeast?: bigint;
  /** In whose name and under whose grants; the service's own when absent. */
  readonly principal?: Principal;
};

export type Tell = (
  contract: CommandContract,
  body: unknown,
  saying: {
    readonly principal: Principal;
    readonly commandId: string;
  } & Omit<Because, 'atLeast' | 'principal'>,
) => Promise<Reply>;

const CONTEXT_MS = 30_000;

/** Queries another service; undefined when it knows no such thing. Throws a `Fault` when it cannot answer. */
export const asking =
  (messaging: Messaging, context: ContextSigner): Ask =>
  async (contract, body, because) => {
    const {
      correlationId,
      traceparent = nextSpan(undefined),
      deadline,
      atLeast,
      principal = SERVICE,
    } = because;
    const reply = await messaging.request({
      v: 1,
      id: randomUUID(),
      name: contract.name,
      body,
      context: context.sign(principal, CONTEXT_MS),
      correlationId,
      traceparent,
      deadline,
      ...(atLeast === undefined ? {} : { atLeast: atLeast.toString() }),
    });
    if (reply.kind === 'answer') return reply.data as z.output<typeof contract.response>;
    if (reply.kind === 'fault' && reply.code === 'unknown-resource') return undefined;
    throw new Fault(reply.kind === 'fault' ? reply.code : 'internal', contract.name);
  };

/** Sends a command through the same door as any client. */
export const telling =
  (messaging: Messaging, context: ContextSigner): Tell =>
  (contract, body, { principal, traceparent = nextSpan(undefined), ...saying }) =>
    messaging.request({
      v: 1,
      id: randomUUID(),
      name: contract.name,
      body,
      context: context.sign(principal, CONTEXT_MS),
      commandId: saying.commandId,
      correlationId: saying.correlationId,
      traceparent,
      deadline: saying.deadline,
    });
