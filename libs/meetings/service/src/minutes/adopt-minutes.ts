import { commandDoor, headerOf, said, type Because } from '@benkan/doors';
import { adoptMinutes as contract } from '@benkan/contracts/meetings';
import { adoptMinutes, meeting as meetingFold, type Frozen } from '@benkan/meetings-domain';
import { meetings, minutes } from '../aggregates';
import type { MeetingsContext } from '../context';
import { fingerprint } from './fingerprint';
import { frozenOf } from './frozen';

const decide = adoptMinutes(fingerprint);

const frozenNow = async (
  context: MeetingsContext,
  meetingId: string,
  because: Because,
): Promise<Frozen | null> => {
  const { state } = await context.current(meetings, meetingId);
  return state.status === 'held' ? frozenOf(context, state, because) : null;
};

/** meetings.adopt-minutes */
export const adoptMinutesDoor = (context: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const { handle, vault, current } = context;
    const { meetingId, by } = asked.body;
    const { correlationId, deadline, traceparent } = asked;
    const frozen = await frozenNow(context, meetingId, { correlationId, deadline, traceparent });
    const { state: adopting } =
      by.kind === 'MEETING' ? await current(meetings, by.meetingId) : { state: meetingFold.initial };
    const told = await handle({
      aggregate: minutes,
      id: meetingId,
      header: headerOf(asked, vault, asked.body),
      decide: (state) => decide(said(asked, vault, { meetingId, by, frozen, adopting }), state),
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });
