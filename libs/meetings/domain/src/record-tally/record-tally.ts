import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { AttendanceTallied, Meeting, TallyCounts, YoungWomenTallied } from '../meeting';
import { unheld } from '../record-attendance/record-attendance';
import type { Counts } from '../sheet';

export type RecordTally = Said<
  TallyCounts & {
    readonly meetingId: string;
    /** Young women, where the sheet counts them apart. */
    readonly youngWomen?: number | null | undefined;
  }
>;

export type RecordTallyRefusal =
  | 'meeting-unknown'
  | 'meeting-not-held'
  | 'meeting-cancelled'
  | 'attendance-is-nominative'
  | 'tally-part-exceeds-total'
  | 'young-women-exceed-a-part'
  | 'differs-from-recorded';

// the parts overlap: a young woman of the police counts in three of them
const partExceedsTotal = ({ women, men, notReported, youth, isf, members }: TallyCounts): boolean =>
  Math.max(youth, isf, members) > women + men + notReported;

// those whose sex was not reported may be women
const tooManyYoungWomen = ({ women, notReported, youth, youngWomen }: Counts): boolean =>
  youngWomen !== null && (youngWomen > youth || youngWomen > women + notReported);

const inconsistent = (counts: Counts): RecordTallyRefusal | undefined => {
  if (partExceedsTotal(counts)) return 'tally-part-exceeds-total';
  return tooManyYoungWomen(counts) ? 'young-women-exceed-a-part' : undefined;
};

type TallyFact = AttendanceTallied | YoungWomenTallied;

const tallied = (meetingId: string, { youngWomen, ...counts }: Counts): readonly TallyFact[] => [
  { type: 'attendance-tallied', data: { meetingId, ...counts } },
  ...(youngWomen === null ? [] : [{ type: 'young-women-tallied', data: { meetingId, youngWomen } } as const]),
];

/** Counts stand for names: never beside them, no part larger than the whole. */
export const recordTally = (
  { data: { meetingId, women, men, notReported, youth, isf, members, youngWomen = null } }: RecordTally,
  meeting: Meeting,
): Decision<TallyFact, RecordTallyRefusal> => {
  if (meeting.status !== 'held') return refuse(unheld(meeting));
  if (meeting.sheet.mode === 'nominative') return refuse('attendance-is-nominative');
  const counts: Counts = { women, men, notReported, youth, isf, members, youngWomen };
  const wrong = inconsistent(counts);
  if (wrong !== undefined) return refuse(wrong);
  if (meeting.sheet.mode === 'none') return accept(...tallied(meetingId, counts));
  const differing = differences(meeting.sheet.counts, counts);
  return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
};
