import type { CurrentState, EventStore, Handle } from '@benkan/event-store';
import type { Log } from '@benkan/observability';
import type { ViewStore } from '@benkan/projections';
import type { ContextSigner } from '@benkan/security';
import type { Vault, VaultUpkeep } from '@benkan/vault';
import type { Ask, Tell } from './asking';
import type { Door } from './door';

/** What a service is given to work with; it knows no vendor. */
export type ServiceDeps = {
  readonly store: EventStore;
  readonly handle: Handle;
  readonly current: CurrentState;
  readonly views: ViewStore;
  readonly vault: Vault & Pick<VaultUpkeep, 'destroyFilesBefore'>;
  readonly ask: Ask;
  readonly tell: Tell;
  readonly context: ContextSigner;
  readonly log: Log;
  readonly now: () => Date;
};

/** Opens a model for a schema of the read models. */
export type OpenModel = <Schema, Model>(name: string, schema: Schema) => Promise<Model>;

/** A service ready to be hosted. */
export type Service = {
  readonly name: string;
  readonly doors: readonly Door[];
  /** Resolves when the service can answer from complete views. */
  readonly ready: Promise<void>;
  readonly waitFor: (position: bigint, milliseconds: number) => Promise<boolean>;
  readonly stop: () => Promise<void>;
};
