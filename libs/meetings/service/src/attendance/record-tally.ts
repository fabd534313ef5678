import { commandDoor, headerOf, said } from '@benkan/doors';
import { recordTally as contract } from '@benkan/contracts/meetings';
import { recordTally } from '@benkan/meetings-domain';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';

/** meetings.record-tally */
export const recordTallyDoor = ({ handle, vault }: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const told = await handle({
      aggregate: meetings,
      id: asked.body.meetingId,
      header: headerOf(asked, vault, asked.body),
      decide: (state) => recordTally(said(asked, vault, asked.body), state),
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: asked.body.meetingId };
  });
