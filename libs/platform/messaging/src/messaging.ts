import type { Difference, ProblemAt } from '@benkan/kernel';

/** What crosses the broker. `context` is the caller, signed by the gateway; `deadline` is an instant in epoch milliseconds. */
export type Request = {
  readonly v: 1;
  readonly id: string;
  readonly name: string;
  readonly body: unknown;
  readonly context: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly commandId?: string;
  /** The revision the caller believes in, decimal. */
  readonly ifMatch?: string;
  /** Answer only from views that include this position, decimal; wait `waitMs` for it. */
  readonly atLeast?: string;
  readonly waitMs?: number;
  /** W3C trace context. A field, not a header of the broker: checked with the rest, on whatever carries it. */
  readonly traceparent?: string;
  readonly deadline: number;
};

export type FaultCode =
  | 'unavailable'
  | 'timeout'
  | 'conflict'
  | 'overloaded'
  | 'expired'
  | 'too-large'
  | 'malformed'
  | 'forbidden'
  | 'unknown-resource'
  | 'outside-your-territory'
  | 'storage-full'
  | 'clock-behind'
  | 'not-yet'
  | 'idempotency-key-reused'
  | 'stale-revision'
  | 'internal';

export type Problem = { readonly pointer: string; readonly code: string; readonly detail: string };

export type Reply =
  | { readonly v: 1; readonly kind: 'answer'; readonly data: unknown }
  | {
      readonly v: 1;
      readonly kind: 'refused';
      readonly code: string;
      readonly differences?: readonly Difference[];
      /** Every place that is wrong, where a command says many things at once. */
      readonly problems?: readonly ProblemAt[];
    }
  | {
      readonly v: 1;
      readonly kind: 'fault';
      readonly code: FaultCode;
      readonly detail?: string;
      readonly problems?: readonly Problem[];
    };

/**
 * Asks another service. Resolves with whatever it answered; faults of the way itself are replies too. Never throws.
 * After `unavailable` or `timeout` nobody knows whether it was done: ask again with the same `commandId`.
 */
export interface Messaging {
  request(request: Request): Promise<Reply>;
  /** True while the broker can be reached. */
  connected(): boolean;
  close(): Promise<void>;
}

/** The largest message on the wire, headers and envelope included. */
export const MAX_MESSAGE_BYTES = 512 * 1024;

/** A failure of the way, not of the domain: typed, retried or mapped once. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    detail?: string,
    readonly problems?: readonly Problem[],
  ) {
    super(detail ?? code);
  }
}
