import type { Decision, Fact, Fold } from '@benkan/kernel';

export type Decoded<F> =
  { readonly kind: 'fact'; readonly fact: F } | { readonly kind: 'unreadable'; readonly reason: string };

/** A kind of stream: `<name>-<uuid>`, how its events are read and folded. */
export type Aggregate<State, F extends Fact> = {
  readonly name: string;
  readonly fold: Fold<State, F>;
  readonly read: (type: string, version: number, data: unknown) => Decoded<F>;
  /** Stored event type → the version it is written at. A type that is missing cannot be written. */
  readonly versions: Readonly<Record<string, number>>;
};

type Versioned = { readonly type: string; readonly version: number };

/** The newest version of each stored event type. */
export const newestVersions = (events: readonly Versioned[]): Readonly<Record<string, number>> => {
  const newest = new Map<string, number>();
  for (const { type, version } of events) newest.set(type, Math.max(version, newest.get(type) ?? 0));
  return Object.fromEntries(newest);
};

/** The aggregates of one service: one reader of all it has ever stored, its contract's stored events, a fold each. */
export const aggregatesReadBy = (
  read: Aggregate<never, Fact>['read'],
  storedEvents: readonly Versioned[],
): (<State, F extends Fact>(name: string, fold: Fold<State, F>) => Aggregate<State, F>) => {
  const versions = newestVersions(storedEvents);
  return <State, F extends Fact>(name: string, fold: Fold<State, F>): Aggregate<State, F> => ({
    name,
    fold,
    // that contract and domain say the same facts is proven where they meet
    read: read as Aggregate<State, F>['read'],
    versions,
  });
};

export type Actor = { readonly ref: string; readonly role: string; readonly territory: string | null };

/** Who says it, when, and the identity under which it is said once. */
export type CommandHeader = {
  readonly commandId: string;
  /** Keyed digest of the command after its personal fields became vault references, hex. */
  readonly commandHash: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: Actor;
  readonly at: string;
  readonly occurredOn?: string;
};

export type Handling<State, F extends Fact> = {
  readonly aggregate: Aggregate<State, F>;
  readonly id: string;
  readonly header: CommandHeader;
  readonly decide: (state: State) => Decision<F, string>;
  /** Runs once before the append of an accepted decision: vault first, event second. */
  readonly seal?: () => Promise<void>;
  /** The revision the caller believes in. */
  readonly ifMatch?: bigint | undefined;
};

export type HandlingFault =
  | 'conflict'
  | 'unavailable'
  | 'idempotency-key-reused'
  | 'stale-revision'
  | 'unreadable-history'
  | 'too-large'
  | 'storage-full';

export type Handled =
  | {
      readonly kind: 'recorded';
      readonly revision: bigint;
      readonly position: bigint;
      readonly changed: boolean;
    }
  | Extract<Decision, { kind: 'refused' }>
  | { readonly kind: 'fault'; readonly code: HandlingFault; readonly detail: string };

export const streamOf = (aggregate: { readonly name: string }, id: string): string =>
  `${aggregate.name}-${id}`;
