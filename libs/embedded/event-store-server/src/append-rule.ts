/** What a writer says the stream must be; a number is its exact last revision. */
export type Expected = 'any' | 'stream-exists' | 'no-stream' | number;

export type StreamSituation = {
  /** Last revision, -1 when nothing was ever written. */
  readonly last: number;
  /** Hidden by a soft delete: it reopens at the next number. */
  readonly hidden: boolean;
  /** Tombstoned: closed for ever. */
  readonly closed: boolean;
  readonly hasMetadata: boolean;
};

export type Memory = {
  /** Id of the event at a revision of this stream, of any age. */
  readonly idAt: (revision: number) => string | undefined;
  /** Revision in this stream of an event written recently. */
  readonly recent: (id: string) => number | undefined;
};

export type Ruling =
  | { readonly kind: 'write' }
  | { readonly kind: 'already-written'; readonly last: number }
  | { readonly kind: 'wrong-version' }
  | { readonly kind: 'closed' };

const WRITE: Ruling = { kind: 'write' };
const WRONG: Ruling = { kind: 'wrong-version' };
const CLOSED: Ruling = { kind: 'closed' };

const byRecentIds = (ids: readonly string[], memory: Memory): Ruling => {
  const revisions = ids.map(memory.recent);
  if (revisions[0] === undefined) return WRITE;
  const last = revisions.at(-1);
  return last === undefined || revisions.includes(undefined) ? WRONG : { kind: 'already-written', last };
};

const byLooseExpectation = (
  expected: 'any' | 'stream-exists',
  situation: StreamSituation,
  ids: readonly string[],
  memory: Memory,
): Ruling => {
  const mustExist = expected === 'stream-exists';
  if (mustExist && situation.hidden) return CLOSED;
  if (mustExist && situation.last < 0 && !situation.hasMetadata) return WRONG;
  return byRecentIds(ids, memory);
};

const byOlderRevision = (
  after: number,
  situation: StreamSituation,
  ids: readonly string[],
  memory: Memory,
): Ruling => {
  const differing = ids.findIndex((id, index) => memory.idAt(after + 1 + index) !== id);
  if (differing === -1 && ids.length > 0) return { kind: 'already-written', last: after + ids.length };
  return differing === 0 && after === -1 && situation.hidden ? WRITE : WRONG;
};

/** The store's append table: the same ids at the same place are the same append, whatever their age. */
export const ruleOn = (
  expected: Expected,
  situation: StreamSituation,
  ids: readonly string[],
  memory: Memory,
): Ruling => {
  if (situation.closed) return CLOSED;
  if (expected === 'any' || expected === 'stream-exists')
    return byLooseExpectation(expected, situation, ids, memory);
  const exact = expected === 'no-stream' ? -1 : expected;
  if (exact === situation.last) return WRITE;
  return exact < situation.last ? byOlderRevision(exact, situation, ids, memory) : WRONG;
};
