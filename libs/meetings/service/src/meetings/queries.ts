import type { Role, SealedText } from '@benkan/contracts';
import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import { getAttendance, getMeeting, listMeetings as listContract } from '@benkan/contracts/meetings';
import {
  findMeeting,
  listMeetings,
  type MeetingSummary,
  type MeetingView,
} from '@benkan/meetings-read-model';
import type { MeetingsContext } from '../context';

const shown = (meeting: MeetingSummary) => ({
  id: meeting.id,
  committeeId: meeting.committeeId,
  unitId: meeting.unitId,
  meetingKind: meeting.meetingKind,
  status: meeting.status,
  plannedOn: meeting.plannedOn,
  heldOn: meeting.heldOn,
  recordedOn: meeting.recordedOn,
  presidingCapacity: meeting.presidingCapacity,
  presentCount: meeting.presentCount,
  sheetClosed: meeting.sheetClosed,
  quorum: meeting.quorum.answer,
  revision: meeting.revision,
});

/** meetings.list-meetings */
export const listMeetingsDoor = (context: MeetingsContext) =>
  queryDoor(listContract, async ({ body: { territory: _, ...request }, unitIds }) => {
    const position = context.position();
    const { rows, next } = rowsOf(await listMeetings(context.meetings.current(), { ...request, unitIds }));
    return pageAnswer(rows.map(shown), next, position);
  });

/** Whom a place is told to before anybody met there. */
const OWN_ROLES: readonly Role[] = ['secretary', 'president', 'focal-point', 'system'];

// a place known beforehand is a place to wait for people
const placeFor = (meeting: MeetingView, role: Role): SealedText | null => {
  if (meeting.status === 'HELD') return meeting.place ?? meeting.plannedPlace;
  return OWN_ROLES.includes(role) ? meeting.plannedPlace : null;
};

const textsOf = ({ agenda, items, postponements, cancellation }: MeetingView) => [
  ...agenda,
  ...items.map(({ title }) => title),
  ...postponements.map(({ reason }) => reason),
  cancellation?.reason ?? null,
];

const detailsOf = (meeting: MeetingView, textOf: (text: SealedText) => string) => {
  const { agenda, items, postponements, cancellation, sheet, quorum, voice } = meeting;
  const reason = cancellation?.reason;
  return {
    agenda: (items.length > 0 ? items.map(({ title }) => title) : agenda).map(textOf),
    items: items.map(({ title, recommendationIds, ...item }) => ({
      ...item,
      title: textOf(title),
      recommendationIds: [...recommendationIds],
    })),
    postponements: postponements.map(({ plannedOn, reason: why }) => ({ plannedOn, reason: textOf(why) })),
    cancellation: cancellation && { cause: cancellation.cause, reason: reason ? textOf(reason) : null },
    attended: quorum.attended,
    required: quorum.required,
    readyForMinutes: meeting.status === 'HELD' && (meeting.sheetClosed || sheet.mode === 'TALLY'),
    voice: voice && [...voice],
  };
};

/** meetings.get-meeting */
export const getMeetingDoor = ({ meetings, texts }: MeetingsContext) =>
  queryDoor(getMeeting, async ({ body: { meetingId }, role }) => {
    const meeting = await findMeeting(meetings.current(), meetingId);
    if (meeting === undefined) throw unknownResource();
    const place = placeFor(meeting, role);
    const textOf = await texts([...textsOf(meeting), place]);
    return { ...shown(meeting), ...detailsOf(meeting, textOf), place: place && textOf(place) };
  });

/** meetings.get-attendance */
export const getAttendanceDoor = ({ meetings }: MeetingsContext) =>
  queryDoor(getAttendance, async ({ body: { meetingId } }) => {
    const meeting = await findMeeting(meetings.current(), meetingId);
    if (meeting === undefined) throw unknownResource();
    const { mode, lines, tally } = meeting.sheet;
    const line = ({ participantId, quality, status, representedBy }: (typeof lines)[number]) => ({
      ...{ participantId, quality, status, representedBy },
    });
    const expected = meeting.composition?.seats.map((seat) => ({ ...seat })) ?? [];
    const { sheetClosed: closed, revision } = meeting;
    return { meetingId, mode, closed, lines: lines.map(line), tally, expected, revision };
  });
