import type { Position } from '@benkan/event-store';
import type { SliceChange, SliceRecord } from './slice-record';

export type ViewDocument = { readonly key: string; readonly position: Position; readonly view: object };

/** Documents by collection. */
export interface DocumentStore {
  load(collection: string, keys: readonly string[]): Promise<ReadonlyMap<string, ViewDocument>>;
  /** Never moves a document backwards, so a repeated event is a no-op. In any order, all or an error. */
  save(collection: string, documents: readonly ViewDocument[]): Promise<void>;
  /** Whatever position they had: for the holder of a lease that folded them anew. */
  overwrite(collection: string, documents: readonly ViewDocument[]): Promise<void>;
  /** Every document, in the order of the bytes of its key; a batch in memory at a time. */
  scan(collection: string): AsyncIterable<ViewDocument>;
}

/** Positions of generations, each fenced by the epoch that last claimed it. */
export interface CheckpointStore {
  /** The positions of those that have one. */
  checkpoints(generations: readonly string[]): Promise<ReadonlyMap<string, Position>>;
  /** From here on older epochs write no checkpoint; false when a newer one has claimed it. */
  claim(generation: string, epoch: number): Promise<boolean>;
  /** The epoch that last claimed it; 0 when none has. */
  claimedBy(generation: string): Promise<number>;
  /** Never moves backwards; false when it is not this epoch's to write. */
  saveCheckpoint(generation: string, position: Position, epoch: number): Promise<boolean>;
}

export type ParkedEvent = {
  /** `meetings__v1__g1`. */
  readonly generation: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly eventId: string;
  readonly type: string;
  /** Why it could not be folded; `behind-a-parked-event` for what came after it on its stream. */
  readonly reason: string;
};

/** An event nobody folds any more, in whatever generation; kept as a record. */
export type DiscardedEvent = {
  /** `meetings__v1`. */
  readonly slice: string;
  readonly stream: string;
  readonly revision: bigint;
  /** Instant, RFC 3339 in UTC. */
  readonly at: string;
  /** Keyed pseudonym or account of who decided. */
  readonly by: string;
  /** A code, never free text. */
  readonly reason: string;
};

export type ParkedRequest = {
  readonly stream?: string;
  /** 1 to 200. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
};

export type ParkedPage = { readonly rows: readonly ParkedEvent[]; readonly next?: string };

export const BEHIND = 'behind-a-parked-event';

/** Events that could not be folded. */
export interface ParkingStore {
  /** Parks an event once: the first reason stays, unless it only was behind another. */
  park(event: ParkedEvent): Promise<void>;
  /** Streams with a parked event and the first revision parked: what follows on them is parked too. */
  parkedStreams(generation: string): Promise<ReadonlyMap<string, bigint>>;
  /** By stream and revision. */
  parked(generation: string, request: ParkedRequest): Promise<ParkedPage>;
  countParked(generation: string): Promise<number>;
  /** All events of a stream, or one. */
  unpark(generation: string, stream: string, revision?: bigint): Promise<void>;
  /** Once: the first decision stays. */
  discard(event: DiscardedEvent): Promise<void>;
  discarded(slice: string): Promise<readonly DiscardedEvent[]>;
}

/** One small document a slice, changed by comparison only. */
export interface SliceStore {
  slices(): Promise<readonly SliceRecord[]>;
  /** Makes the record of a new slice: generation 1, owned by nobody. */
  createSlice(slice: string): Promise<void>;
  /**
   * Each change is made only where the record is as expected; answers with how many were.
   * One round trip. `lasting`: survives a power cut before it answers.
   */
  changeSlices(changes: readonly SliceChange[], options: { readonly lasting: boolean }): Promise<number>;
}

/** Answers. Nothing but single-document writes is relied on. */
export interface ViewStore extends DocumentStore, CheckpointStore, ParkingStore, SliceStore {
  /** Removes a generation: documents, indexes, checkpoint, parked events. */
  drop(generation: string): Promise<void>;
}
