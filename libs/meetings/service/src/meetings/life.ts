import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { cancel as cancelContract, postpone as postponeContract } from '@benkan/contracts/meetings';
import { cancel, postpone } from '@benkan/meetings-domain';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';

/** meetings.postpone */
export const postponeDoor = ({ handle, vault }: MeetingsContext) =>
  commandDoor(postponeContract, async (asked) => {
    const { meetingId, plannedOn, reason, place } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = {
      ...{ meetingId, plannedOn, reason: texts.text('reason', reason) },
      place: texts.maybe('place', place),
    };
    const told = await handle({
      aggregate: meetings,
      id: meetingId,
      header: headerOf(asked, vault, data),
      decide: (state) => postpone(said(asked, vault, data), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });

/** meetings.cancel */
export const cancelDoor = ({ handle, vault }: MeetingsContext) =>
  commandDoor(cancelContract, async (asked) => {
    const { meetingId, cause, reason } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = { meetingId, cause, reason: texts.maybe('reason', reason) };
    const told = await handle({
      aggregate: meetings,
      id: meetingId,
      header: headerOf(asked, vault, data),
      decide: (state) => cancel(said(asked, vault, data), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });
