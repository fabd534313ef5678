import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import {
  correctMinutes as correctContract,
  transmitMinutes as transmitContract,
} from '@benkan/contracts/meetings';
import { correctMinutes, transmitMinutes } from '@benkan/meetings-domain';
import { minutes } from '../aggregates';
import type { MeetingsContext } from '../context';

/** meetings.correct-minutes */
export const correctMinutesDoor = ({ handle, vault }: MeetingsContext) =>
  commandDoor(correctContract, async (asked) => {
    const { meetingId, on, text, reason } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = { meetingId, on, text: texts.text('text', text), reason: texts.text('reason', reason) };
    const told = await handle({
      aggregate: minutes,
      id: meetingId,
      header: headerOf(asked, vault, data),
      decide: (state) => correctMinutes(said(asked, vault, data), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });

/** meetings.transmit-minutes */
export const transmitMinutesDoor = ({ handle, vault }: MeetingsContext) =>
  commandDoor(transmitContract, async (asked) => {
    const { meetingId, recipient, on, reference } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = { meetingId, recipient, on, reference: texts.maybe('reference', reference) };
    const told = await handle({
      aggregate: minutes,
      id: meetingId,
      header: headerOf(asked, vault, data),
      decide: (state) => transmitMinutes(said(asked, vault, data), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });
