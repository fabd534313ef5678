/** Where an event stands in the whole log. Both halves are kept: resuming by commit alone loses events. */
export type Position = { readonly commit: bigint; readonly prepare: bigint };

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

export type EventToAppend = {
  /** UUID; the same id at the same revision is the same event. */
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
};

/** An event as stored. `data` and `metadata` are whatever was found: a reader checks them against a schema. */
export type RecordedEvent = {
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
  readonly position: Position;
  /** Instant the store wrote it. */
  readonly recordedAt: Date;
};

/** The exact revision the stream must have; there is no "any". */
export type Expected = 'no-stream' | bigint;

export type AppendRefusal =
  | 'nothing-to-append'
  | 'event-too-large'
  | 'append-too-large'
  | 'not-serialisable'
  | 'stream-deleted'
  | 'storage-full';

export type AppendOutcome =
  | { readonly kind: 'committed'; readonly revision: bigint; readonly position: Position }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly code: AppendRefusal; readonly detail: string }
  /** Nobody knows whether it was written: retry with the same ids and the same expected revision. */
  | { readonly kind: 'unknown'; readonly detail: string };

export type ReadOptions = {
  /** First revision wanted, inclusive. Default: the beginning (forwards) or the end (backwards). */
  readonly from?: bigint;
  readonly direction?: 'forwards' | 'backwards';
  readonly limit?: number;
};

export type SubscriptionItem =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  /** Everything up to here was looked at; nothing of it concerned us. */
  | { readonly kind: 'checkpoint'; readonly position: Position }
  /** All that was stored when the subscription began has been delivered. */
  | { readonly kind: 'caught-up' };

export type SubscribeOptions = {
  /** Resume after this position; from the start when absent. */
  readonly from?: Position;
  readonly signal: AbortSignal;
};

/** Remembers. Throws `StoreUnavailable` from reads and subscriptions; an append never throws. */
export interface EventStore {
  append(stream: string, expected: Expected, events: readonly EventToAppend[]): Promise<AppendOutcome>;
  /** The events of one stream in order; nothing for a stream that does not exist. */
  read(stream: string, options?: ReadOptions): AsyncIterable<RecordedEvent>;
  /** Where and when the newest event that is not of the system was written, if there is one. */
  head(): Promise<Head | undefined>;
  /** All events but the system's, in order, live after the catch-up. Ends when the signal aborts. */
  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionItem>;
  close(): Promise<void>;
}

/** The end of the log: a position, and the instant the store wrote it. */
export type Head = Position & { readonly recordedAt: Date };

export class StoreUnavailable extends Error {
  readonly code = 'unavailable';
}

/** Own limits, in bytes of canonical JSON (data and metadata together). */
export const MAX_EVENT_BYTES = 64 * 1024;
export const MAX_APPEND_BYTES = 256 * 1024;
