import { LRUCache } from 'lru-cache';
import type { Acceptance, Fact } from '@benkan/kernel';
import { appendUntilKnown, backoff, faultOf } from './append-until-known';
import { streamOf, type Handled, type Handling, type HandlingFault } from './aggregate';
import { StoreUnavailable, type EventStore } from './event-store';
import { catchUp, emptyOf, moved, UnreadableHistory, type Loaded } from './loaded';
import { oneAtATime } from './one-at-a-time';
import { toAppend } from './to-append';
import { withinTime } from './within-time';

export type HandleOptions = {
  readonly store: EventStore;
  /** Budget of the cache of folded streams, in bytes of events. */
  readonly cacheBytes?: number;
  /** How often a lost race is decided again. */
  readonly maxAttempts?: number;
  /** How often an unknown outcome is asked again. */
  readonly maxRetries?: number;
  /**
   * Milliseconds a command may take, its wait for others of its stream included; then it is answered `unavailable`.
   * Its outcome is unknown: the same command may be said again. Default 15000.
   */
  readonly timeLimitMs?: number;
};

type Turn<State> = { readonly loaded: Loaded<State>; readonly cached: boolean };
/** What is asked, and a signal that aborts when its time is over. */
type Asked<State, F extends Fact> = Handling<State, F> & { readonly late: AbortSignal };

const fault = (code: HandlingFault, detail: string): Handled => ({ kind: 'fault', code, detail });

const TOO_LATE = fault('unavailable', 'no answer within the time allowed');

const once = (task: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined;
  return () => (done ??= task());
};

export type Handle = <State, F extends Fact>(handling: Handling<State, F>) => Promise<Handled>;
export type CurrentState = <State, F extends Fact>(
  aggregate: Handling<State, F>['aggregate'],
  id: string,
) => Promise<{ readonly state: State; readonly revision: bigint; readonly position: bigint }>;

/**
 * Load, decide, append at the exact revision; again on conflict, the same append again on an unknown outcome.
 * `handle` never throws for what a store can do to it; `current` throws `StoreUnavailable`.
 */
export const commandHandler = ({
  store,
  cacheBytes = 64 << 20,
  maxAttempts = 8,
  maxRetries = 5,
  timeLimitMs = 15_000,
}: HandleOptions) => {
  const cache = new LRUCache<string, Loaded<unknown>>({
    maxSize: cacheBytes,
    sizeCalculation: ({ bytes }) => bytes + 1_000,
  });
  const inTurn = oneAtATime();
  const append = appendUntilKnown(store, maxRetries);

  const turnOf = async <State, F extends Fact>({
    aggregate,
    id,
  }: Handling<State, F>): Promise<Turn<State>> => {
    const stream = streamOf(aggregate, id);
    const cached = cache.get(stream) as Loaded<State> | undefined;
    if (cached !== undefined) return { loaded: cached, cached: true };
    return {
      loaded: await remember(stream, catchUp(store, aggregate, stream, emptyOf(aggregate))),
      cached: false,
    };
  };

  const remember = async <State>(stream: string, loading: Promise<Loaded<State>>): Promise<Loaded<State>> => {
    const loaded = await loading;
    cache.set(stream, loaded);
    return loaded;
  };

  const refreshed = <State, F extends Fact>({ aggregate, id }: Handling<State, F>, loaded: Loaded<State>) => {
    const stream = streamOf(aggregate, id);
    return remember(stream, catchUp(store, aggregate, stream, loaded));
  };

  const commit = async <State, F extends Fact>(
    { aggregate, id, header, seal, late }: Asked<State, F>,
    loaded: Loaded<State>,
    { facts }: Acceptance<F>,
  ): Promise<Handled | 'conflict'> => {
    const stream = streamOf(aggregate, id);
    const { revision, hash } = loaded;
    await seal?.();
    if (late.aborted) return TOO_LATE;
    const events = toAppend({ stream, revision, hash, versions: aggregate.versions }, header, facts);
    const target = { stream, expected: revision < 0n ? ('no-stream' as const) : revision };
    const outcome = await append(target, events, late);
    if (outcome.kind === 'committed') {
      cache.set(stream, moved(aggregate, loaded, { facts, events, header, outcome }));
      return {
        kind: 'recorded',
        revision: outcome.revision,
        position: outcome.position.commit,
        changed: true,
      };
    }
    cache.delete(stream);
    if (outcome.kind === 'conflict') return 'conflict';
    return faultOf(outcome);
  };

  const heard = <State, F extends Fact>(
    { header }: Handling<State, F>,
    loaded: Loaded<State>,
  ): Handled | undefined => {
    const entry = loaded.ledger.get(header.commandId);
    if (entry === undefined) return undefined;
    if (entry.hash !== header.commandHash)
      return fault('idempotency-key-reused', 'the same key with another body');
    return { kind: 'recorded', revision: entry.revision, position: entry.position, changed: true };
  };

  const answer = <State, F extends Fact>(
    handling: Handling<State, F>,
    loaded: Loaded<State>,
  ): Handled | Acceptance<F> => {
    const before = heard(handling, loaded);
    if (before !== undefined) return before;
    if (handling.ifMatch !== undefined && handling.ifMatch !== loaded.revision)
      return fault('stale-revision', loaded.revision.toString());
    const decision = handling.decide(loaded.state);
    if (decision.kind === 'refused' || decision.facts.length > 0) return decision;
    return { kind: 'recorded', revision: loaded.revision, position: loaded.position, changed: false };
  };

  const attempt = async <State, F extends Fact>(handling: Asked<State, F>): Promise<Handled | 'conflict'> => {
    const { loaded, cached } = await turnOf(handling);
    const first = answer(handling, loaded);
    if (first.kind === 'accepted') return commit(handling, loaded, first);
    if (!cached) return first;
    // nothing else would notice a stale cache: a "no" or a "nothing new" is said only on the stream's tail
    const tail = await refreshed(handling, loaded);
    if (tail === loaded) return first;
    const second = answer(handling, tail);
    return second.kind === 'accepted' ? commit(handling, tail, second) : second;
  };

  const attempts = async <State, F extends Fact>(handling: Asked<State, F>): Promise<Handled> => {
    try {
      for (let n = 0; n < maxAttempts && !handling.late.aborted; n += 1) {
        const result = await attempt(handling);
        if (result !== 'conflict') return result;
        await backoff(n);
      }
      if (handling.late.aborted) return TOO_LATE;
      return fault('conflict', `lost the race ${maxAttempts} times`);
    } catch (error) {
      if (error instanceof UnreadableHistory) return fault('unreadable-history', error.message);
      if (error instanceof StoreUnavailable) return fault('unavailable', error.message);
      throw error;
    }
  };

  const handle: Handle = ({ seal, ...asked }) =>
    withinTime(timeLimitMs, TOO_LATE, (late, lateness) => {
      const handling = { ...asked, late, ...(seal && { seal: once(seal) }) };
      // whoever hangs gives up its turn when its time is over; what it still appends stands at an exact revision
      return inTurn(streamOf(handling.aggregate, handling.id), () =>
        Promise.race([attempts(handling), lateness]),
      );
    });

  const current: CurrentState = async (aggregate, id) => {
    const stream = streamOf(aggregate, id);
    const before =
      (cache.get(stream) as Loaded<(typeof aggregate.fold)['initial']> | undefined) ?? emptyOf(aggregate);
    return remember(stream, catchUp(store, aggregate, stream, before));
  };

  return { handle, current };
};
