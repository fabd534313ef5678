import { LeaseLost, leaseKeeper, type Lease, type LeaseKeeper } from '../lease';
import { napping } from '../napping';
import type { SliceRecord } from '../slice-record';
import type { Interrupted, OperatorOptions, UnknownSlice } from './operations';

export type Holding = { readonly record: SliceRecord; readonly lease: Lease };

const POLL_MS = 200;

const recordOf = async ({ views }: OperatorOptions, slice: string): Promise<SliceRecord | undefined> =>
  (await views.slices()).find((record) => record.slice === slice);

const unwant = async ({ views }: OperatorOptions, slice: string, owner: string): Promise<void> => {
  const changes = [{ slice, expected: { wanted: owner }, change: { wanted: null } }];
  await views.changeSlices(changes, { lasting: true });
};

const ask = async (options: OperatorOptions, keeper: LeaseKeeper, record: SliceRecord) => {
  const { slice, epoch } = record;
  keeper.observe([record]);
  const lease = keeper.accept(record) ?? (await keeper.take(record));
  if (lease !== undefined || record.wanted !== null) return lease;
  const change = { slice, expected: { epoch, wanted: null }, change: { wanted: keeper.owner } };
  await options.views.changeSlices([change], { lasting: true });
  return undefined;
};

/** Asks once for the lease of a record. */
const tried = async (
  options: OperatorOptions,
  keeper: LeaseKeeper,
  record: SliceRecord,
): Promise<Holding | undefined> => {
  const lease = await ask(options, keeper, record);
  if (lease === undefined || !(await keeper.renew())) return undefined;
  const now = await recordOf(options, record.slice);
  return now?.epoch === lease.epoch ? { record: now, lease } : undefined;
};

const obtained = async (
  options: OperatorOptions,
  keeper: LeaseKeeper,
  slice: string,
): Promise<Holding | UnknownSlice | Interrupted> => {
  const { pollMs = POLL_MS, signal = new AbortController().signal } = options;
  const { nap } = napping(signal);
  while (!signal.aborted) {
    const record = await recordOf(options, slice);
    if (record === undefined) return { kind: 'unknown-slice' };
    const holding = await tried(options, keeper, record);
    if (holding !== undefined) return holding;
    await nap(pollMs);
  }
  await unwant(options, slice, keeper.owner);
  return { kind: 'interrupted' };
};

// renewals go on while the work is under way; a lease that is another's is let go at once
const beating = (keeper: LeaseKeeper, slice: string) => {
  const beat = async () => {
    if (!(await keeper.renew().catch(() => true))) keeper.forget(slice);
  };
  const timer = setInterval(() => void beat(), keeper.ttlMs / 4);
  return () => clearInterval(timer);
};

/**
 * Does something as the one owner of a slice: asks the service that folds it for the lease, gives it back after.
 * `interrupted` when it was lost, or the signal aborts before it was had.
 */
export const underLease = async <Outcome>(
  options: OperatorOptions,
  slice: string,
  work: (holding: Holding) => Promise<Outcome>,
): Promise<Outcome | UnknownSlice | Interrupted> => {
  const keeper = leaseKeeper(options.views, options.ttlMs === undefined ? {} : { ttlMs: options.ttlMs });
  const holding = await obtained(options, keeper, slice);
  if ('kind' in holding) return holding;
  const stop = beating(keeper, slice);
  try {
    return await work(holding);
  } catch (error) {
    if (error instanceof LeaseLost) return { kind: 'interrupted' };
    throw error;
  } finally {
    stop();
    await keeper.giveUp(slice);
  }
};
