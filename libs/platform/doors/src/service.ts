import type { CurrentState, EventStore, Handle } from '@benkan/event-store';
import type { Log } from '@benkan/observability';
import type { CurrentModel, SliceLag, ViewStore } from '@benkan/projections';
import type { ContextSigner } from '@benkan/security';
import type { Vault, VaultUpkeep } from '@benkan/vault';
import type { Ask, Tell } from './asking';
import type { ClockGuard } from './clock-guard';
import type { Door } from './door';
import type { Territory } from './territory';

/** What a service is given to work with; it knows no vendor. */
export type ServiceDeps = {
  readonly store: EventStore;
  readonly handle: Handle;
  readonly current: CurrentState;
  readonly views: ViewStore;
  readonly vault: Vault & VaultUpkeep;
  /** Replaces the key-encryption key by a fresh one; absent where operators do it. */
  readonly rotateKeys?: (() => Promise<{ readonly failed: readonly string[] }>) | undefined;
  readonly ask: Ask;
  readonly tell: Tell;
  readonly context: ContextSigner;
  readonly log: Log;
  readonly clock: ClockGuard;
  readonly now: () => Date;
};

/** Opens a model for a schema of the read models; it is asked for anew at each request. */
export type OpenModel = <Schema, Model>(name: string, schema: Schema) => Promise<CurrentModel<Model>>;

/** A service ready to be hosted. */
export type Service = {
  readonly name: string;
  readonly doors: readonly Door[];
  /** What tells inside from outside at its doors. */
  readonly territory: Territory;
  /** Resolves when the service can answer from complete views. */
  readonly ready: Promise<void>;
  readonly waitFor: (position: bigint, milliseconds: number) => Promise<boolean>;
  /** How far behind the views are that this instance folds; absent where there are none. */
  readonly lag?: () => readonly SliceLag[];
  readonly stop: () => Promise<void>;
};
