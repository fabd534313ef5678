import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import { getAttendance, getMeeting, listMeetings as listContract } from '@benkan/contracts/meetings';
import { findMeeting, listMeetings, type MeetingSummary } from '@benkan/meetings-read-model';
import type { MeetingsContext } from '../context';

const shown = (meeting: MeetingSummary) => ({
  id: meeting.id,
  committeeId: meeting.committeeId,
  unitId: meeting.unitId,
  meetingKind: meeting.meetingKind,
  status: meeting.status,
  plannedOn: meeting.plannedOn,
  heldOn: meeting.heldOn,
  presidingCapacity: meeting.presidingCapacity,
  presentCount: meeting.presentCount,
  revision: meeting.revision,
});

/** meetings.list-meetings */
export const listMeetingsDoor = (context: MeetingsContext) =>
  queryDoor(listContract, async ({ body: { territory: _, ...request }, unitIds }) => {
    const position = context.position();
    const { rows, next } = rowsOf(await listMeetings(context.meetings.current(), { ...request, unitIds }));
    return pageAnswer(rows.map(shown), next, position);
  });

/** meetings.get-meeting */
export const getMeetingDoor = ({ meetings, texts }: MeetingsContext) =>
  queryDoor(getMeeting, async ({ body: { meetingId } }) => {
    const meeting = await findMeeting(meetings.current(), meetingId);
    if (meeting === undefined) throw unknownResource();
    const textOf = await texts([...meeting.agenda, meeting.place]);
    return {
      ...shown(meeting),
      agenda: meeting.agenda.map(textOf),
      place: meeting.place && textOf(meeting.place),
    };
  });

/** meetings.get-attendance */
export const getAttendanceDoor = ({ meetings }: MeetingsContext) =>
  queryDoor(getAttendance, async ({ body: { meetingId } }) => {
    const meeting = await findMeeting(meetings.current(), meetingId);
    if (meeting === undefined) throw unknownResource();
    const { mode, lines, tally } = meeting.sheet;
    const line = ({ participantId, quality, status }: (typeof lines)[number]) => ({
      participantId,
      quality,
      status,
    });
    return { meetingId, mode, lines: lines.map(line), tally, revision: meeting.revision };
  });
