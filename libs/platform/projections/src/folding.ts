import type { Position, RecordedEvent, SubscriptionItem } from '@benkan/event-store';
import type { FollowOptions, SliceLag } from './following';
import { gathering } from './gathering';
import { incomingOf } from './incoming';
import { NOTHING, positionOf, unfoldedAmong, type Member } from './member';
import { lowest } from './position';
import type { Roster } from './roster';

/** A slice could not fold a batch; it has been told already. */
export class FoldFailed extends Error {}

const instantOf = ({ metadata, recordedAt }: RecordedEvent): string => {
  const at: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'at') : undefined;
  return typeof at === 'string' ? at : recordedAt.toISOString();
};

const secondsSince = (since: Date | undefined): number =>
  since === undefined ? 0 : Math.max(0, (Date.now() - since.getTime()) / 1_000);

type FoldingOptions = FollowOptions & {
  readonly slices: Roster;
  readonly stopping: AbortSignal;
  /** Called when a batch was folded, with the position it reaches. */
  readonly onFolded: (upTo: Position) => void;
};

/** One run of the subscription after another, each for the slices that are ready then. */
export const folding = (options: FoldingOptions) => {
  const { store, slices, batchSize = 500, stopping, onSeen = () => undefined } = options;
  const incoming = incomingOf(options.aggregates, options.read);
  let running: readonly Member[] = [];
  let unfolded: () => readonly RecordedEvent[] = () => [];

  const outcomeOf = (
    member: Member,
    outcome: PromiseSettledResult<unknown>,
    batch: readonly RecordedEvent[],
  ) => {
    if (outcome.status === 'rejected') slices.failed(member, outcome.reason, batch);
    else slices.folded(member);
  };

  const fold = async (batch: readonly RecordedEvent[], upTo: Position) => {
    const items = batch.flatMap((recorded) => incoming(recorded) ?? []);
    // no slice is left behind in mid-air: a batch that is repeated must not meet itself
    const members = running;
    const outcomes = await Promise.allSettled(
      members.map(async ({ opened }) => {
        await opened?.apply(items, upTo);
      }),
    );
    outcomes.forEach((outcome, index) => {
      const member = members[index];
      if (member) outcomeOf(member, outcome, batch);
    });
    const last = batch.at(-1);
    if (last !== undefined) onSeen(instantOf(last));
    options.onFolded(upTo);
    if (outcomes.some(({ status }) => status === 'rejected')) throw new FoldFailed();
  };

  // a promise only where there is something to wait for: most events only join the others
  const take = (
    gathered: ReturnType<typeof gathering>,
    item: SubscriptionItem,
  ): Promise<void> | undefined => {
    if (item.kind === 'caught-up') return gathered.settled();
    if (item.kind === 'event') gathered.add(item.event);
    else gathered.reach(item.position);
    return gathered.isFull() ? gathered.room() : undefined;
  };

  /** Folds for some slices until the signal aborts. Throws what the subscription throws, or `FoldFailed`. */
  const run = async (members: readonly Member[], changing: AbortSignal) => {
    running = members;
    const from = lowest(members.map(positionOf));
    const ending = new AbortController();
    const signal = AbortSignal.any([stopping, changing, ending.signal]);
    const onFailure = () => ending.abort();
    const gathered = gathering({ fold, signal: stopping, onFailure, most: batchSize });
    unfolded = gathered.unfolded;
    try {
      for await (const item of store.subscribe({ ...(from === undefined ? {} : { from }), signal })) {
        const waiting = take(gathered, item);
        if (waiting !== undefined) await waiting;
      }
    } finally {
      unfolded = () => [];
      await gathered.settled();
    }
  };

  const lagOf = (member: Member): SliceLag => {
    const seen = running.includes(member) ? unfoldedAmong(unfolded(), positionOf(member)) : NOTHING;
    const { events, since } = member.missed.events > 0 ? member.missed : seen;
    return { slice: member.slice, events, seconds: secondsSince(since) };
  };

  return {
    run,
    running: () => running,
    lag: (): readonly SliceLag[] => slices.members.filter(({ opened }) => opened !== undefined).map(lagOf),
  };
};
