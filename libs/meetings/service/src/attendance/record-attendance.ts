import { commandDoor, headerOf, said } from '@benkan/doors';
import { recordAttendance as contract } from '@benkan/contracts/meetings';
import { recordAttendance } from '@benkan/meetings-domain';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';
import { attendanceModeOf } from './attendance-mode';

/** meetings.record-attendance */
export const recordAttendanceDoor = (context: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const { handle, vault, participantKnown } = context;
    const { participantId, meetingId } = asked.body;
    const [known, attendanceMode] = await Promise.all([
      participantKnown(participantId, asked),
      attendanceModeOf(context, meetingId, asked),
    ]);
    const told = await handle({
      aggregate: meetings,
      id: meetingId,
      header: headerOf(asked, vault, asked.body),
      decide: (state) => {
        const meant = { ...asked.body, participantKnown: known, attendanceMode };
        return recordAttendance(said(asked, vault, meant), state);
      },
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });
