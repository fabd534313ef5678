import type { Position } from '@benkan/event-store';

/** A stored event, read through its schema and lifted to its newest version. */
export type ViewEvent<Type extends string = string, Data = unknown> = {
  readonly type: Type;
  readonly data: Data;
  /** Of the stored event: what an answer names it by. */
  readonly id: string;
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
  /** Another version is another slice: the old program goes on with its own. */
  readonly version: number;
  /** The documents an event concerns, by key; none when it is somebody else's. */
  readonly keys: (event: Event) => readonly string[];
  /** The document after the event; undefined leaves it unwritten. */
  readonly evolve: (view: View | undefined, event: Event, key: string) => View | undefined;
};

type Named = Pick<Projection, 'name' | 'version'>;

/** One projection at one version of its code: `meetings__v1`. */
export const sliceOf = ({ name, version }: Named): string => `${name}__v${version}`;

/** The collection of one generation of a slice, the name of its checkpoint too: `meetings__v1__g1`. */
export const generationOf = (slice: string, generation: number): string => `${slice}__g${generation}`;

/** The collection of a projection's first generation. */
export const collectionOf = (projection: Named): string => generationOf(sliceOf(projection), 1);

/** How mongoose keeps to a view: named after its slice, its own key, nothing created behind our back. */
export const schemaOptions = (projection: Named) => ({
  collection: sliceOf(projection),
  ...{ versionKey: false as const, id: false, autoCreate: false, autoIndex: false },
});

/** A view as stored: `_id` is its key, `_pos` and `_prep` commit and prepare of the last event it has seen. */
export type Stored<View> = View & { readonly _id: string; readonly _pos: unknown; readonly _prep?: unknown };

/** The model of the generation that answers now: ask for it at each request, never keep it. */
export type CurrentModel<Model> = {
  readonly current: () => Model;
  readonly generation: () => number;
};
