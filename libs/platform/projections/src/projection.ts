import type { Position } from '@benkan/event-store';

/** A stored event, read through its schema and lifted to its newest version. */
export type ViewEvent<Type extends string = string, Data = unknown> = {
  readonly type: Type;
  readonly data: Data;
  readonly stream: string;
  /** Revision in its stream, the ETag of what it moved. */
  readonly revision: bigint;
  readonly position: Position;
  /** Instant it was recorded at, RFC 3339 in UTC. */
  readonly at: string;
  /** Keyed pseudonym of who said it. */
  readonly actor: string;
};

/** Documents folded from events: burn them, replay, and they come back the same. */
export type Projection<View extends object = object, Event extends ViewEvent = ViewEvent> = {
  /** Collection, without its version: `meetings`. */
  readonly name: string;
  readonly version: number;
  /** The documents an event concerns, by key; none when it is somebody else's. */
  readonly keys: (event: Event) => readonly string[];
  /** The document after the event; undefined leaves it unwritten. */
  readonly evolve: (view: View | undefined, event: Event, key: string) => View | undefined;
};

export const collectionOf = ({ name, version }: Pick<Projection, 'name' | 'version'>): string =>
  `${name}__v${version}`;

/** How mongoose keeps to a view's collection: its own key, nothing created behind our back. */
export const schemaOptions = (projection: Pick<Projection, 'name' | 'version'>) => ({
  collection: collectionOf(projection),
  ...{ versionKey: false as const, id: false, autoCreate: false, autoIndex: false },
});

/** A view as stored: `_id` is its key, `_pos` the commit position of the last event it has seen. */
export type Stored<View> = View & { readonly _id: string; readonly _pos: unknown };

export type ParkedEvent = {
  readonly slice: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly eventId: string;
  readonly type: string;
  readonly reason: string;
};

export type ViewDocument = { readonly key: string; readonly position: bigint; readonly view: object };

/** Answers. A save never moves a document backwards, so a repeated event is a no-op. */
export interface ViewStore {
  load(collection: string, keys: readonly string[]): Promise<ReadonlyMap<string, ViewDocument>>;
  save(collection: string, documents: readonly ViewDocument[]): Promise<void>;
  checkpoint(slice: string): Promise<Position | undefined>;
  saveCheckpoint(slice: string, position: Position): Promise<void>;
  /** Parks an event once: the first reason stays. */
  park(event: ParkedEvent): Promise<void>;
  /** Streams with a parked event: their later events are parked too. */
  parkedStreams(slice: string): Promise<readonly string[]>;
}
