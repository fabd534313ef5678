import type { Decision } from '@benkan/kernel';
import { cancel } from './cancel/cancel';
import { closeAttendanceSheet } from './close-attendance-sheet/close-attendance-sheet';
import { convene } from './convene/convene';
import { correctAttendance } from './correct-attendance/correct-attendance';
import { hold } from './hold/hold';
import type { AgendaItem } from './agenda';
import type { AttendanceSheetClosed, Line, Meeting, MeetingFact } from './meeting';
import { at, by, convened, held, ids, tallied, text } from './meeting.examples';
import { planCalendar } from './plan-calendar/plan-calendar';
import { postpone } from './postpone/postpone';
import { recordAttendance } from './record-attendance/record-attendance';
import { recordAttendanceSheet } from './record-attendance-sheet/record-attendance-sheet';
import { recordTally } from './record-tally/record-tally';
import { recordVoice } from './record-voice/record-voice';
import { setAgenda } from './set-agenda/set-agenda';
import type { VoiceGroup } from './voice';

const meetingId = ids.meeting;
const mine = { meetingId };
export const line: Line = { participantId: ids.awa, quality: 'MEMBER', status: 'PRESENT' };
export const recorded: MeetingFact = { type: 'attendance-recorded', data: { ...mine, ...line } };
export const closed: AttendanceSheetClosed = { type: 'attendance-sheet-closed', data: mine };
export const postponed: MeetingFact = {
  type: 'meeting-postponed',
  data: { ...mine, plannedOn: '2024-11-28', reason: text('5') },
};
export const cancelled: MeetingFact = {
  type: 'meeting-cancelled',
  data: { ...mine, cause: 'INSECURITY', reason: null },
};
export const item: AgendaItem = {
  ...{ itemId: ids.awa, kind: 'OPENING', title: text('6'), proposer: null, minutesPlanned: 10 },
  ...{ previousMeetingId: null, recommendationIds: [] },
};
export const agendaSet: MeetingFact = { type: 'agenda-set', data: { ...mine, items: [item] } };
export const group: VoiceGroup = {
  ...{ category: 'ORG_FEMMES', sex: 'F', ageBand: '25-29' },
  ...{ speakers: 1, speakingTurns: 2, itemsProposed: 1 },
};
export const voiced: MeetingFact = { type: 'voice-recorded', data: { ...mine, groups: [group] } };
const uninstalled: MeetingFact = {
  type: 'meeting-convened',
  data: { ...convened.data, installedOn: null },
};

/** Every situation a meeting may be in, and what led there. */
export const situations = {
  unknown: [],
  'convened, not installed': [uninstalled],
  convened: [convened],
  'convened, with an agenda': [convened, agendaSet],
  postponed: [convened, postponed],
  cancelled: [convened, cancelled],
  'postponed, cancelled': [convened, postponed, cancelled],
  held: [convened, held],
  'postponed, held': [convened, postponed, held],
  'held, names': [convened, held, recorded],
  'held, counts': [convened, held, tallied],
  'held, names, closed': [convened, held, recorded, closed],
  'held, counts, closed': [convened, held, tallied, closed],
  'held, voice': [convened, held, voiced],
} satisfies Record<string, readonly MeetingFact[]>;

const { unitId, level, installedOn } = convened.data;
const said = <Data>(data: Data) => ({ data, at, by });
const NOMINATIVE = { attendanceMode: 'NOMINATIVE', participantKnown: true } as const;
const sheetLine = { ...line, participantKnown: true };

/** Every command a meeting hears, said the same way to each situation. */
export const sayings = {
  convene: (state: Meeting) =>
    convene(said({ ...convened.data, committee: { unitId, level, installedOn } }), state),
  'plan-calendar': (state: Meeting) => planCalendar(convened.data, state),
  postpone: (state: Meeting) =>
    postpone(said({ ...mine, plannedOn: '2024-11-28', reason: text('5') }), state),
  cancel: (state: Meeting) => cancel(said({ ...mine, cause: 'INSECURITY', reason: null }), state),
  'set-agenda': (state: Meeting) => setAgenda(said({ ...mine, items: [item] }), state),
  hold: (state: Meeting) => hold(said(held.data), state),
  'record-attendance': (state: Meeting) => recordAttendance(said({ ...mine, ...line, ...NOMINATIVE }), state),
  'record-attendance-sheet': (state: Meeting) =>
    recordAttendanceSheet(said({ ...mine, attendanceMode: 'NOMINATIVE', lines: [sheetLine] }), state),
  'correct-attendance': (state: Meeting) =>
    correctAttendance(said({ ...mine, ...line, status: 'EXCUSED', reason: text('7') }), state),
  'record-tally': (state: Meeting) => recordTally(said(tallied.data), state),
  'close-attendance-sheet': (state: Meeting) => closeAttendanceSheet(said(mine), state),
  'record-voice': (state: Meeting) => recordVoice(said({ ...mine, groups: [group] }), state),
} satisfies Record<string, (state: Meeting) => Decision>;
