import type { Position, RecordedEvent } from '@benkan/event-store';
import { isAfter } from './position';
import { sliceOf, type Projection } from './projection';
import type { Slice } from './slice';
import type { SliceRecord } from './slice-record';

export type Unfolded = { readonly events: number; readonly since: Date | undefined };

/** One slice as a process sees it, whether it folds it or another process does. */
export type Member = {
  readonly projection: Projection;
  readonly slice: string;
  record: SliceRecord | undefined;
  /** While it is ours to fold. */
  opened: Slice | undefined;
  /** Where the active generation was when we last looked. */
  looked: Position | undefined;
  /** The generation that position is of. */
  lookedIn: number | undefined;
  failures: number;
  /** By the monotonic clock: not to be tried again before. */
  restsUntil: number;
  /** What it failed to fold. */
  missed: Unfolded;
};

export const NOTHING: Unfolded = { events: 0, since: undefined };

export const newMember = (projection: Projection): Member => ({
  ...{ projection, slice: sliceOf(projection), record: undefined, opened: undefined, looked: undefined },
  lookedIn: undefined,
  ...{ failures: 0, restsUntil: -Infinity, missed: NOTHING },
});

export const positionOf = ({ opened, looked }: Member): Position | undefined =>
  opened === undefined ? looked : opened.seen();

/** Those of some events, in order, that lie after a position. */
export const unfoldedAmong = (events: readonly RecordedEvent[], after: Position | undefined): Unfolded => {
  const first = events.findIndex(({ position }) => isAfter(position, after));
  if (first < 0) return NOTHING;
  return { events: events.length - first, since: events[first]?.recordedAt };
};
