import type { SliceRecord } from './slice-record';
import { isGone, newOwner } from './owner';
import type { SliceStore } from './view-store';

export class LeaseLost extends Error {
  readonly code = 'lease-lost';
  constructor(readonly slice: string) {
    super(`the lease of ${slice} was lost`);
  }
}

/** The right to write one slice, for as long as `held`. */
export type Lease = {
  readonly slice: string;
  readonly epoch: number;
  /** By our own monotonic clock, a margin before anybody else may think otherwise. */
  readonly held: () => boolean;
};

export type LeaseOptions = {
  /** Default 10,000 ms; renewed every third of it. */
  readonly ttlMs?: number;
  readonly owner?: string;
  readonly isGone?: (owner: string) => boolean;
  /** Milliseconds that never jump. */
  readonly monotonic?: () => number;
  /** Wall clock, milliseconds since 1970: for those who read the record. */
  readonly now?: () => number;
};

type Held = { readonly epoch: number; beat: number; from: number };
type Watched = { readonly epoch: number; readonly beat: number; readonly since: number };

const MARGIN = 0.2;

const defaults = {
  ttlMs: 10_000,
  isGone,
  monotonic: () => performance.now(),
  now: () => Date.now(),
};

/** The leases of one process on the slices of one database. */
export const leaseKeeper = (views: SliceStore, options: LeaseOptions = {}) => {
  const { ttlMs, isGone: gone, monotonic, now } = { ...defaults, ...options };
  const owner = options.owner ?? newOwner();
  const held = new Map<string, Held>();
  const watched = new Map<string, Watched>();
  let renewed = monotonic();

  const isHeld = (slice: string, epoch: number): boolean => {
    const lease = held.get(slice);
    return lease?.epoch === epoch && monotonic() < lease.from + ttlMs * (1 - MARGIN);
  };

  const lease = (slice: string): Lease | undefined => {
    const epoch = held.get(slice)?.epoch;
    if (epoch === undefined) return undefined;
    return { slice, epoch, held: () => isHeld(slice, epoch) };
  };

  const watch = ({ slice, epoch, beat }: SliceRecord): Watched => {
    const before = watched.get(slice);
    if (before !== undefined && before.epoch === epoch && before.beat === beat) return before;
    const seen = { epoch, beat, since: monotonic() };
    watched.set(slice, seen);
    return seen;
  };

  const look = (record: SliceRecord): void => {
    const { slice, epoch } = record;
    if (held.get(slice)?.epoch !== epoch) held.delete(slice);
    watch(record);
  };

  /** Notes what the records say: a lease that is another's is ours no more. */
  const observe = (records: readonly SliceRecord[]): void => records.forEach(look);

  const isFree = (record: SliceRecord): boolean =>
    record.owner === null ||
    record.owner === owner ||
    gone(record.owner) ||
    monotonic() - watch(record).since > ttlMs;

  // whoever is wanted goes first, unless it does not come
  const isAnothers = (record: SliceRecord): boolean =>
    record.wanted !== null &&
    record.wanted !== owner &&
    !gone(record.wanted) &&
    monotonic() - watch(record).since <= ttlMs;

  /** Takes a lease that nobody holds; undefined when somebody does, or was faster. */
  const take = async (record: SliceRecord): Promise<Lease | undefined> => {
    const { slice, epoch, beat, wanted } = record;
    if (!isFree(record) || isAnothers(record)) return undefined;
    const from = monotonic();
    const change = { owner, epoch: epoch + 1, beat: beat + 1, until: now() + ttlMs, wanted: null };
    const expected = { epoch, beat, owner: record.owner, wanted };
    if ((await views.changeSlices([{ slice, expected, change }], { lasting: true })) === 0) return undefined;
    held.set(slice, { epoch: epoch + 1, beat: beat + 1, from });
    return lease(slice);
  };

  /** A lease another handed to us, if this record says so. */
  const accept = ({ slice, owner: named, epoch, beat }: SliceRecord): Lease | undefined => {
    if (named !== owner || held.has(slice)) return lease(slice);
    // counted from before it was given: the first renewal says more
    held.set(slice, { epoch, beat, from: monotonic() - ttlMs / 2 });
    return lease(slice);
  };

  /** Renews all that is held, in one write; answers whether all of it still was ours. */
  const renew = async (): Promise<boolean> => {
    const from = monotonic();
    renewed = from;
    const leases = [...held].filter(([slice, { epoch }]) => isHeld(slice, epoch));
    if (leases.length === 0) return true;
    const changes = leases.map(([slice, { epoch, beat }]) => ({
      slice,
      expected: { epoch },
      change: { beat: beat + 1, until: now() + ttlMs },
    }));
    const matched = await views.changeSlices(changes, { lasting: false });
    for (const [, mine] of leases) mine.beat += 1;
    if (matched < leases.length) return false;
    for (const [, mine] of leases) mine.from = from;
    return true;
  };

  /** Gives a lease up, to nobody or to whom it is wanted by. What it fenced must be at rest. */
  const giveUp = async (slice: string, to: string | null = null): Promise<void> => {
    const mine = held.get(slice);
    held.delete(slice);
    if (mine === undefined) return;
    const given = to === null ? { owner: null } : { owner: to, epoch: mine.epoch + 1, wanted: null };
    const change = { ...given, beat: mine.beat + 1, until: to === null ? 0 : now() + ttlMs };
    await views.changeSlices([{ slice, expected: { epoch: mine.epoch }, change }], { lasting: true });
  };

  return {
    ...{ owner, ttlMs, lease, observe, take, accept, renew, giveUp },
    renewalDue: () => monotonic() - renewed >= ttlMs / 3,
    forget: (slice: string): void => void held.delete(slice),
  };
};

export type LeaseKeeper = ReturnType<typeof leaseKeeper>;
