import type { EventStore } from '@benkan/event-store';
import type { LeaseOptions } from './lease';
import type { Projection } from './projection';
import type { EventReader } from './read-event';
import type { ViewStore } from './view-store';

export type FollowOptions = {
  readonly store: EventStore;
  readonly views: ViewStore;
  readonly projections: readonly Projection[];
  readonly read: EventReader;
  /** Stream names without their id whose events are ours; other streams only move the position. */
  readonly aggregates: readonly string[];
  readonly onTrouble?: (what: string, error: unknown) => void;
  /** Instant, RFC 3339, the last event of a batch was said at, ours or not. */
  readonly onSeen?: (at: string) => void;
  readonly batchSize?: number;
  readonly lease?: LeaseOptions;
};

export type SliceLag = {
  readonly slice: string;
  /** Delivered and not folded; while catching up, at least that many. */
  readonly events: number;
  /** Since the oldest of them was recorded; 0 at the head. */
  readonly seconds: number;
};

export type Following = {
  /** Resolves when everything stored at the start has been folded, here or by another instance; or when stopped. */
  readonly caughtUp: Promise<void>;
  /** The commit position every view has reached; -1 before the first event. */
  readonly position: () => bigint;
  /** Waits until the views include a position; false when the time is up. */
  readonly waitFor: (position: bigint, milliseconds: number) => Promise<boolean>;
  /** Of the slices this process folds. */
  readonly parkedStreams: () => number;
  /** Of the slices this process folds. */
  readonly lag: () => readonly SliceLag[];
  /** Finishes the batch under way and gives the leases up, so that others take over at once. */
  readonly stop: () => Promise<void>;
};
