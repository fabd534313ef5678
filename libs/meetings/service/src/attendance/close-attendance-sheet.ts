import { commandDoor, headerOf, said } from '@benkan/doors';
import { closeAttendanceSheet as contract } from '@benkan/contracts/meetings';
import { closeAttendanceSheet } from '@benkan/meetings-domain';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';

/** meetings.close-attendance-sheet */
export const closeAttendanceSheetDoor = ({ handle, vault }: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const told = await handle({
      aggregate: meetings,
      id: asked.body.meetingId,
      header: headerOf(asked, vault, asked.body),
      decide: (state) => closeAttendanceSheet(said(asked, vault, asked.body), state),
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: asked.body.meetingId };
  });
