import type { Projection } from './projection';
import type { EventReader } from './read-event';

/** What one service folds: for its own process and for whoever operates its projections. */
export type ServiceSlices<Schema = unknown> = {
  /** `benkan-meetings`. */
  readonly database: string;
  readonly projections: readonly Projection[];
  /** The mongoose schema of each slice, by its name (`meetings__v1`): names the indexes of a new generation. */
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly read: EventReader;
  /** Stream names without their id whose events are ours. */
  readonly aggregates: readonly string[];
};
