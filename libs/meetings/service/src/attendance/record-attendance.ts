import { commandDoor, headerOf, said } from '@benkan/doors';
import { recordAttendance as contract } from '@benkan/contracts/meetings';
import { recordAttendance } from '@benkan/meetings-domain';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';

/** meetings.record-attendance */
export const recordAttendanceDoor = ({ handle, vault, participantKnown }: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const known = await participantKnown(asked.body.participantId, asked);
    const told = await handle({
      aggregate: meetings,
      id: asked.body.meetingId,
      header: headerOf(asked, vault, asked.body),
      decide: (state) =>
        recordAttendance(said(asked, vault, { ...asked.body, participantKnown: known }), state),
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: asked.body.meetingId };
  });
