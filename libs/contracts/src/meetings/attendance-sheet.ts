import { z } from 'zod';
import { MEETING_KINDS, PRESIDING_CAPACITIES, ageBand, sex, structureKind } from '../code-lists';
import { defineQuery } from '../contract';
import { day, id } from '../primitives';

const text = () => z.string().nullable();

/** Somebody expected at a meeting. Names, structure and phone only where the caller may read them. */
export const expectedMember = z.strictObject({
  participantId: id(),
  /** As on the paper sheet; an imported line is matched by it. */
  code: text(),
  firstNames: text(),
  lastName: text(),
  structure: text(),
  structureKind: structureKind().nullable(),
  neighbourhood: text(),
  /** The label of the seat. */
  seat: text(),
  sex: sex(),
  ageBand: ageBand(),
  /** Of those alone who agreed to be contacted. */
  phone: text(),
  quality: z.enum(['MEMBER', 'ALTERNATE']),
  /** Whether what named the person was destroyed: shown as « retiré ». */
  erased: z.boolean(),
});

export const getAttendanceSheet = defineQuery({
  name: 'meetings.get-attendance-sheet',
  summary: 'The sheet to print for a meeting: who is expected, as the mode of its committee allows',
  request: z.strictObject({ meetingId: id() }),
  response: z.strictObject({
    meetingId: id(),
    committee: z.string(),
    commune: z.string(),
    communeCode: text(),
    meetingKind: z.enum(MEETING_KINDS),
    /** The day it was held; where it was not yet, the day it is planned for. */
    on: day(),
    place: text(),
    presidingCapacity: z.enum(PRESIDING_CAPACITIES).nullable(),
    agenda: z.array(z.string()),
    /** TALLY: nobody is listed. PSEUDONYMOUS: codes, no names. */
    mode: z.enum(['NOMINATIVE', 'PSEUDONYMOUS', 'TALLY']),
    /** Whether names were opened: in nominative mode, for the roles that hold the meeting. */
    named: z.boolean(),
    members: z.array(expectedMember),
  }),
});

export const attendanceSheetQueries = [getAttendanceSheet] as const;
