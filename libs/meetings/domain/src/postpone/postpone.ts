import { accept, differences, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import {
  plannedDayOf,
  type ConvenedMeeting,
  type Meeting,
  type MeetingPlacePlanned,
  type MeetingPostponed,
  type Postponed,
} from '../meeting';

export type Postpone = Said<Postponed & { readonly meetingId: string; readonly place?: SealedText | null }>;

export type PostponeRefusal =
  | 'meeting-unknown'
  | 'meeting-already-held'
  | 'meeting-cancelled'
  | 'planned-that-day-already'
  | 'differs-from-recorded';

type PostponeFact = MeetingPostponed | MeetingPlacePlanned;

const sameDay = (
  { postponements }: ConvenedMeeting,
  { plannedOn, reason }: Postponed,
): Decision<never, PostponeRefusal> => {
  const last = postponements.at(-1);
  if (last === undefined) return refuse('planned-that-day-already');
  const differing = differences(last, { plannedOn, reason });
  return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
};

/** A meeting may be put off as often as it must, until it is held or cancelled; each time the reason is kept. */
export const postpone = (
  { data: { meetingId, plannedOn, reason, place } }: Postpone,
  meeting: Meeting,
): Decision<PostponeFact, PostponeRefusal> => {
  if (meeting.status === 'unknown') return refuse('meeting-unknown');
  if (meeting.status === 'held') return refuse('meeting-already-held');
  if (meeting.status === 'cancelled') return refuse('meeting-cancelled');
  if (plannedDayOf(meeting) === plannedOn) return sameDay(meeting, { plannedOn, reason });
  return accept<PostponeFact>(
    { type: 'meeting-postponed', data: { meetingId, plannedOn, reason } },
    ...(place ? [{ type: 'meeting-place-planned', data: { meetingId, place } } as const] : []),
  );
};
