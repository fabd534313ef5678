import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { issueRecommendation as contract } from '@benkan/contracts/meetings';
import { issueRecommendation, type Meeting, type MeetingOfOrigin } from '@benkan/meetings-domain';
import { derivedId } from '@benkan/messaging';
import { meetings, recommendations } from '../aggregates';
import type { MeetingsContext } from '../context';

const originOf = (meeting: Meeting): MeetingOfOrigin | null => {
  if (meeting.status === 'unknown') return null;
  const { committeeId, unitId } = meeting.convened;
  return {
    held: meeting.status === 'held',
    committeeId,
    unitId,
    heldOn: meeting.status === 'held' ? meeting.held.heldOn : null,
  };
};

/** meetings.issue-recommendation */
export const issueRecommendationDoor = ({ handle, current, vault }: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const { id: given, text, number, addressees, otherAddresseeReason, dueOn, ...body } = asked.body;
    const recommendationId = given ?? derivedId('recommendation', asked.commandId);
    const texts = sealing(vault, asked.commandId);
    const data = {
      recommendationId,
      ...body,
      text: texts.text('text', text),
      number: texts.maybe('number', number),
      addressees: addressees.map(({ type, name }, index) => ({
        type,
        name: texts.text(`addressees/${index}`, name),
      })),
      otherAddresseeReason: texts.maybe('otherAddresseeReason', otherAddresseeReason),
      dueOn: dueOn ?? null,
    };
    const { state: origin } = await current(meetings, body.meetingId);
    const told = await handle({
      aggregate: recommendations,
      id: recommendationId,
      header: headerOf(asked, vault, data, originOf(origin)?.heldOn),
      decide: (state) =>
        issueRecommendation(said(asked, vault, { ...data, meeting: originOf(origin) }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: recommendationId };
  });
