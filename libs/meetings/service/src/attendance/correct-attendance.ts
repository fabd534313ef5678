import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { correctAttendance as contract } from '@benkan/contracts/meetings';
import { correctAttendance } from '@benkan/meetings-domain';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';

/** meetings.correct-attendance */
export const correctAttendanceDoor = ({ handle, vault }: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const texts = sealing(vault, asked.commandId);
    const data = { ...asked.body, reason: texts.text('reason', asked.body.reason) };
    const told = await handle({
      aggregate: meetings,
      id: data.meetingId,
      header: headerOf(asked, vault, data),
      decide: (state) => correctAttendance(said(asked, vault, data), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: data.meetingId };
  });
