import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { hold as contract } from '@benkan/contracts/meetings';
import { hold } from '@benkan/meetings-domain';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';

/** meetings.hold */
export const holdDoor = ({ handle, vault }: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const { meetingId, place, ...body } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = { meetingId, ...body, place: texts.maybe('place', place) };
    const told = await handle({
      aggregate: meetings,
      id: meetingId,
      header: headerOf(asked, vault, data, data.heldOn),
      decide: (state) => hold(said(asked, vault, data), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });
