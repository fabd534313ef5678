import { commandDoor, headerOf, said, sealing, type Asked } from '@benkan/doors';
import { hold as contract } from '@benkan/contracts/meetings';
import { hold, type Composition } from '@benkan/meetings-domain';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';
import { compositionOn } from './composition';

const expectedAt = async (
  context: MeetingsContext,
  asked: Asked<{ readonly meetingId: string; readonly heldOn: string }>,
): Promise<Composition | null> => {
  const { meetingId, heldOn } = asked.body;
  const { state } = await context.current(meetings, meetingId);
  // whoever was expected is noted once, when it is first said to have been held
  if (state.status !== 'convened') return null;
  return compositionOn(context, state.convened.committeeId, heldOn, asked);
};

/** meetings.hold */
export const holdDoor = (context: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const { handle, vault } = context;
    const { meetingId, place, ...body } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = { meetingId, ...body, place: texts.maybe('place', place) };
    const composition = await expectedAt(context, asked);
    const told = await handle({
      aggregate: meetings,
      id: meetingId,
      header: headerOf(asked, vault, data, data.heldOn),
      decide: (state) => hold(said(asked, vault, { ...data, composition }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });
