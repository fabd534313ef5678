import type { Model } from 'mongoose';
import type { Stored } from '@benkan/projections';
import type { MeetingSummary, MeetingView } from './meeting-view';

export type CalendarMonth = {
  /** 1 for January. */
  readonly month: number;
  readonly state: 'NOTHING_PLANNED' | 'PLANNED' | 'HELD' | 'MISSED';
  readonly meetings: readonly Pick<
    MeetingSummary,
    'id' | 'meetingKind' | 'status' | 'plannedOn' | 'heldOn'
  >[];
};

type InMonth = CalendarMonth['meetings'][number];

const stateOf = (meetings: readonly InMonth[], isOver: boolean): CalendarMonth['state'] => {
  const statutory = meetings.filter(({ meetingKind }) => meetingKind === 'STATUTORY');
  if (statutory.some(({ status }) => status === 'HELD')) return 'HELD';
  if (statutory.length === 0) return 'NOTHING_PLANNED';
  if (isOver) return 'MISSED';
  return statutory.some(({ status }) => status !== 'CANCELLED') ? 'PLANNED' : 'NOTHING_PLANNED';
};

/**
 * The months of a year, each with the meetings held in it or planned for it. A month is missed once it is over and a
 * statutory meeting was planned in it and none held.
 */
export const calendarOf = (
  year: number,
  meetings: readonly (InMonth & Pick<MeetingSummary, 'day'>)[],
  today: string,
): readonly CalendarMonth[] =>
  Array.from({ length: 12 }, (_, index) => {
    const prefix = `${year}-${String(index + 1).padStart(2, '0')}`;
    const inMonth = meetings
      .filter(({ day }) => day.startsWith(prefix))
      .map(({ id, meetingKind, status, plannedOn, heldOn }) => ({
        ...{ id, meetingKind, status, plannedOn, heldOn },
      }));
    return { month: index + 1, state: stateOf(inMonth, today.slice(0, 7) > prefix), meetings: inMonth };
  });

/** Meetings of a committee listed in a year, in the order of their days. */
export const meetingsOfYear = (
  meetings: Model<Stored<MeetingView>>,
  committeeId: string,
  year: number,
): Promise<Stored<MeetingSummary>[]> =>
  meetings
    .find({ committeeId, day: { $gte: `${year}-01-01`, $lte: `${year}-12-31` } })
    .select({ id: 1, meetingKind: 1, status: 1, plannedOn: 1, heldOn: 1, day: 1 })
    .sort({ day: 1 })
    .limit(500)
    .lean<Stored<MeetingSummary>[]>();
