import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { AttendanceTallied, Meeting, TallyCounts } from '../meeting';

export type RecordTally = Said<TallyCounts & { readonly meetingId: string }>;

export type RecordTallyRefusal =
  | 'meeting-unknown'
  | 'meeting-not-held'
  | 'attendance-is-nominative'
  | 'tally-part-exceeds-total'
  | 'differs-from-recorded';

// the parts overlap: a young woman of the police counts in three of them
const partExceedsTotal = ({ women, men, notReported, youth, isf, members }: TallyCounts): boolean =>
  Math.max(youth, isf, members) > women + men + notReported;

/** Counts stand for names: never beside them, no part larger than the whole. */
export const recordTally = (
  { data: { meetingId, women, men, notReported, youth, isf, members } }: RecordTally,
  meeting: Meeting,
): Decision<AttendanceTallied, RecordTallyRefusal> => {
  if (meeting.status === 'unknown') return refuse('meeting-unknown');
  if (meeting.status === 'convened') return refuse('meeting-not-held');
  if (meeting.sheet.mode === 'nominative') return refuse('attendance-is-nominative');
  const counts = { women, men, notReported, youth, isf, members };
  if (partExceedsTotal(counts)) return refuse('tally-part-exceeds-total');
  if (meeting.sheet.mode === 'none')
    return accept({ type: 'attendance-tallied', data: { meetingId, ...counts } });
  const differing = differences(meeting.sheet.counts, counts);
  return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
};
