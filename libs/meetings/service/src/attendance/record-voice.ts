import { commandDoor, headerOf, said } from '@benkan/doors';
import { recordVoice as contract } from '@benkan/contracts/meetings';
import { recordVoice } from '@benkan/meetings-domain';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';

/** meetings.record-voice */
export const recordVoiceDoor = ({ handle, vault }: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const told = await handle({
      aggregate: meetings,
      id: asked.body.meetingId,
      header: headerOf(asked, vault, asked.body),
      decide: (state) => recordVoice(said(asked, vault, asked.body), state),
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: asked.body.meetingId };
  });
