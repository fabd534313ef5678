import { commandDoor, headerOf, said } from '@benkan/doors';
import { recordAttendanceSheet as contract } from '@benkan/contracts/meetings';
import { recordAttendanceSheet, type Meeting } from '@benkan/meetings-domain';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';
import { attendanceModeOf } from './attendance-mode';
import { peopleOf } from './people-of-a-sheet';

const unitOf = (state: Meeting): string | undefined =>
  state.status === 'unknown' ? undefined : state.convened.unitId;

/** meetings.record-attendance-sheet: the mode is asked once, everybody is looked up, one append. */
export const recordAttendanceSheetDoor = (context: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const { handle, vault, current } = context;
    const { meetingId, lines } = asked.body;
    const unitId = unitOf((await current(meetings, meetingId)).state);
    const [attendanceMode, people] = await Promise.all([
      attendanceModeOf(context, meetingId, asked),
      unitId === undefined ? [] : peopleOf(context, unitId, lines, asked),
    ]);
    const meant = lines.map(({ code, ...line }) => ({
      ...line,
      ...(code === undefined ? {} : { code: vault.digest('code', code) }),
    }));
    const given = lines.map(({ quality, status, representedBy }, index) => ({
      ...{ quality, status, representedBy: representedBy ?? null },
      ...(people[index] ?? { participantId: null, participantKnown: false }),
    }));
    const told = await handle({
      aggregate: meetings,
      id: meetingId,
      header: headerOf(asked, vault, { meetingId, lines: meant }),
      decide: (state) =>
        recordAttendanceSheet(said(asked, vault, { meetingId, attendanceMode, lines: given }), state),
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });
