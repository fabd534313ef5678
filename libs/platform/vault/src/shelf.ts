/** Equality on every named field. */
export type Match = Readonly<Record<string, string>>;

export type Stored = { readonly _id: string };

/**
 * Where a vault keeps one kind of document. Single-document atomicity is all that is asked of it.
 * A write is durable when it resolves. Throws `VaultUnavailable`.
 */
export interface Shelf<D extends Stored> {
  get(id: string): Promise<D | undefined>;
  /** Those that exist, in any order. */
  getMany(ids: readonly string[]): Promise<readonly D[]>;
  scan(match: Match): AsyncIterable<D>;
  /** Inserts unless the id is taken; answers the document that is kept. */
  keep(doc: D): Promise<D>;
  /** Inserts or replaces. */
  put(doc: D): Promise<void>;
  /** Replaces the one document that matches; false when there is none any more. */
  swap(match: Match & Stored, doc: D): Promise<boolean>;
  remove(match: Match): Promise<void>;
  /** Removes every document whose `createdAt` is earlier. */
  removeBefore(instant: Date): Promise<void>;
}
