import type { EventStore, Position } from '@benkan/event-store';
import type { ServiceSlices } from '../service-slices';
import type { ParkedPage, ParkedRequest, ViewStore } from '../view-store';

/** What an operator process works with; services go on meanwhile. */
export type OperatorOptions = {
  readonly store: EventStore;
  readonly views: ViewStore;
  readonly slices: Pick<ServiceSlices, 'projections' | 'read' | 'aggregates'>;
  /** Creates the indexes of a slice on a collection: `views.index` of view-store-mongo. */
  readonly index: (slice: string, collection: string) => Promise<void>;
  /** Ends a wait for a lease or a rebuild; a rebuild goes on from there the next time. */
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
  /** How long a lease lasts, milliseconds; the services' own. Default 10,000. */
  readonly ttlMs?: number;
  /** How often an operator looks whether the lease is its own, milliseconds. Default 200. */
  readonly pollMs?: number;
  /** Events folded before their documents are written, and documents kept in memory. For suites. */
  readonly batchSize?: number;
  readonly cacheSize?: number;
};

export type Lag = {
  /** Events stored and not folded; `capped` says there are at least that many. */
  readonly events: number;
  readonly capped: boolean;
  /** Since the oldest of them was recorded; 0 at the head. */
  readonly seconds: number;
};

export type SliceStatus = {
  readonly slice: string;
  readonly active: number;
  readonly previous: number | null;
  readonly building: { readonly generation: number; readonly position: Position | undefined } | null;
  /** Up to where the active generation is folded. */
  readonly position: Position | undefined;
  readonly head: Position | undefined;
  readonly lag: Lag;
  readonly epoch: number;
  readonly owner: string | null;
  /** Wall-clock instant the lease ends at unless renewed. */
  readonly until: Date | null;
  readonly parkedStreams: number;
  readonly parkedEvents: number;
  readonly discardedEvents: number;
};

export type UnknownSlice = { readonly kind: 'unknown-slice' };
/** The lease was lost, or another operator came in between: look at the status, then ask again. */
export type Interrupted = { readonly kind: 'interrupted' };
/** An event that cannot be folded; nothing was changed. */
export type Poison = {
  readonly kind: 'poison';
  readonly stream: string;
  readonly revision: bigint;
  readonly type: string;
  readonly reason: string;
};

export type RetryOutcome =
  | { readonly kind: 'retried'; readonly events: number; readonly documents: number }
  | { readonly kind: 'not-parked' }
  | Poison
  | UnknownSlice
  | Interrupted;

export type Discarding = {
  readonly stream: string;
  readonly revision: bigint;
  /** Pseudonym or account of who decides. */
  readonly by: string;
  /** A code: `[a-z0-9-]{1,64}`. */
  readonly reason: string;
};

export type DiscardOutcome =
  /** `retried` is what became of the rest of the stream. */
  | { readonly kind: 'discarded'; readonly retried: RetryOutcome }
  | { readonly kind: 'bad-reason' }
  | { readonly kind: 'not-parked' }
  | UnknownSlice
  | Interrupted;

export type Checksum = { readonly documents: number; /** 64 hex digits. */ readonly hash: string };

export type Comparison = {
  readonly same: boolean;
  readonly live: Checksum;
  readonly rebuilt: Checksum;
  /** How many keys differ, and the first of them. */
  readonly differing: number;
  readonly examples: readonly string[];
};

export type RebuildProgress = {
  readonly slice: string;
  readonly generation: number;
  readonly events: number;
  readonly position: Position;
};

export type RebuildRequest = {
  /** Switches although the documents differ. */
  readonly force?: boolean;
  /** Begins anew although a generation is half built: after the program itself was mended. */
  readonly fresh?: boolean;
  readonly onProgress?: (progress: RebuildProgress) => void;
};

export type RebuildOutcome =
  | {
      readonly kind: 'switched';
      readonly generation: number;
      readonly previous: number;
      readonly position: Position | undefined;
      readonly comparison: Comparison;
      readonly events: number;
    }
  /** Not switched: the new generation is kept, `rebuild` with `force` switches to it. */
  | { readonly kind: 'differs'; readonly generation: number; readonly comparison: Comparison }
  /** Kept up to the event before it: discard it or mend the program, then rebuild again. */
  | Poison
  | UnknownSlice
  | Interrupted;

export type RollbackOutcome =
  | { readonly kind: 'rolled-back'; readonly active: number; readonly previous: number }
  | { readonly kind: 'nothing-to-roll-back-to' }
  | UnknownSlice
  | Interrupted;

/** What an operator may do with the slices of one service. Throws when a store is away. */
export type ProjectionOperations = {
  readonly status: () => Promise<readonly SliceStatus[]>;
  /** Parked events of the active generation. */
  readonly parked: (slice: string, request: ParkedRequest) => Promise<ParkedPage | UnknownSlice>;
  /** Folds the parked events of a stream again, all or none. */
  readonly retry: (slice: string, stream: string) => Promise<RetryOutcome>;
  /** Marks one parked event as never to be folded, then retries the rest of its stream. */
  readonly discard: (slice: string, discarding: Discarding) => Promise<DiscardOutcome>;
  /** Folds history into a new generation beside the live one, compares, and switches. Goes on where one was ended. */
  readonly rebuild: (slice: string, request?: RebuildRequest) => Promise<RebuildOutcome>;
  /** Answers from the generation before again; asked twice it is undone. */
  readonly rollback: (slice: string) => Promise<RollbackOutcome>;
};
