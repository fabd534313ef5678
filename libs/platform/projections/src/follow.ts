import type { Position } from '@benkan/event-store';
import { FoldFailed, folding } from './folding';
import type { Following, FollowOptions } from './following';
import { positionOf } from './member';
import { backoff, napping } from './napping';
import { isAfter, lowest } from './position';
import { roster } from './roster';
import { positionWaiters } from './waiters';

// how often leases are looked at, and how often the others' positions while somebody waits for them
const LOOK_MS = 1_000;
const LOOK_OFTEN_MS = 50;

/**
 * The only code that subscribes: one subscription to everything, folded batch by batch into every slice this
 * process holds the lease of; the positions of the others are looked up. Documents first, checkpoint after: a
 * crash between the two repeats at most one batch, which the guards ignore.
 */
export const follow = async (options: FollowOptions): Promise<Following> => {
  const { store, onTrouble = () => undefined } = options;
  const stopping = new AbortController();
  const slices = roster({ ...options, onTrouble });
  const lookMs = Math.min(LOOK_MS, slices.ttlMs / 4);
  const [rest, lookout] = [napping(stopping.signal), napping(stopping.signal)];
  let changing = new AbortController();
  let passed: Position | undefined;
  let head: { readonly position: Position | undefined } | undefined;
  let markCaughtUp: () => void = () => undefined;
  const caughtUp = new Promise<void>((resolve) => (markCaughtUp = resolve));

  const reached = (): Position | undefined => {
    const all = slices.members.map(positionOf);
    return all.length === 0 ? passed : lowest(all);
  };
  const position = (): bigint => reached()?.commit ?? -1n;
  const waiters = positionWaiters(position, () => lookout.wake());
  const moved = () => {
    waiters.moved();
    if (head === undefined) return;
    if (head.position === undefined || !isAfter(head.position, reached())) markCaughtUp();
  };
  const onFolded = (upTo: Position) => {
    passed = upTo;
    moved();
  };
  const { run, running, lag } = folding({ ...options, slices, stopping: stopping.signal, onFolded });

  const pass = async () => {
    changing = new AbortController();
    head ??= { position: await store.head() };
    await slices.settle();
    moved();
    const ready = slices.ready();
    if (ready.length > 0 || slices.members.length === 0) await run(ready, changing.signal);
    else await rest.nap(Math.min(lookMs, slices.nextIn()));
  };

  const trouble = async (error: unknown, failures: number) => {
    // whoever failed rests for less than is left until the next look
    if (error instanceof FoldFailed) lookout.wake();
    if (error instanceof FoldFailed || stopping.signal.aborted) return;
    onTrouble('subscription', error);
    await rest.nap(backoff(failures));
  };

  const supervise = async () => {
    for (let failures = 0; !stopping.signal.aborted;) {
      const before = position();
      try {
        await pass();
        failures = 0;
      } catch (error) {
        if (position() > before) failures = 0;
        await trouble(error, failures);
        failures += 1;
      }
    }
  };

  const tend = async () => {
    await slices.tend().catch((error: unknown) => onTrouble('leases', error));
    moved();
    if (!slices.hasChanged(running())) return;
    changing.abort();
    rest.wake();
  };

  const lookWhereOthersAre = async () => {
    await slices.lookWhereOthersAre().catch(() => undefined);
    moved();
  };

  const isWaitedFor = () => waiters.waiting() > 0 && !slices.ownsAll();

  const look = async (tended: number): Promise<number> => {
    const due = Math.min(tended + lookMs - performance.now(), slices.nextIn());
    await lookout.nap(isWaitedFor() ? Math.min(LOOK_OFTEN_MS, due) : due);
    if (stopping.signal.aborted) return tended;
    if (isWaitedFor()) await lookWhereOthersAre();
    if (performance.now() - tended < lookMs && !slices.hasChanged(running())) return tended;
    await tend();
    return performance.now();
  };

  const lookOut = async () => {
    for (let tended = performance.now(); !stopping.signal.aborted;) tended = await look(tended);
  };

  const stop = async () => {
    stopping.abort();
    await Promise.all([supervision, lookingOut]);
    await slices.leave();
    markCaughtUp();
  };

  await tend();
  await slices.settle();
  const [supervision, lookingOut] = [supervise(), lookOut()];
  let stopped: Promise<void> | undefined;
  return {
    ...{ caughtUp, position, lag, waitFor: waiters.waitFor },
    parkedStreams: () => slices.members.reduce((sum, { opened }) => sum + (opened?.parkedCount() ?? 0), 0),
    stop: () => (stopped ??= stop()),
  };
};
