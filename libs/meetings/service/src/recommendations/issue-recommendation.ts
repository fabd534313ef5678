import { commandDoor, headerOf, said, sealing, type Sealing } from '@benkan/doors';
import type { RequestOf } from '@benkan/contracts';
import { issueRecommendation as contract } from '@benkan/contracts/meetings';
import {
  issueRecommendation,
  type Details,
  type Meeting,
  type MeetingOfOrigin,
} from '@benkan/meetings-domain';
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

type Body = RequestOf<typeof contract>;

const detailsOf = ({ responsible, proposerCategory, addressees }: Body, texts: Sealing): Details => ({
  responsible: texts.maybe('responsible', responsible),
  proposerCategory: proposerCategory ?? null,
  corps: addressees.flatMap(({ corps }, index) =>
    corps === undefined ? [] : [{ addressee: index + 1, corps }],
  ),
});

/** A retry of what was said before details could be is still the same command. */
const meant = (data: object, details: Details): object => {
  const { responsible, proposerCategory, corps } = details;
  const isBare = responsible === null && proposerCategory === null && corps.length === 0;
  return isBare ? data : { ...data, ...details };
};

/** meetings.issue-recommendation */
export const issueRecommendationDoor = ({ handle, current, vault }: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const { id: given, text, number, addressees, otherAddresseeReason, ...body } = asked.body;
    const { dueOn, meetingId, theme } = body;
    const recommendationId = given ?? derivedId('recommendation', asked.commandId);
    const texts = sealing(vault, asked.commandId);
    const data = {
      recommendationId,
      ...{ meetingId, theme },
      text: texts.text('text', text),
      number: texts.maybe('number', number),
      addressees: addressees.map(({ type, name }, index) => ({
        type,
        name: texts.text(`addressees/${index}`, name),
      })),
      otherAddresseeReason: texts.maybe('otherAddresseeReason', otherAddresseeReason),
      dueOn: dueOn ?? null,
    };
    const details = detailsOf(asked.body, texts);
    const { state: origin } = await current(meetings, meetingId);
    const told = await handle({
      aggregate: recommendations,
      id: recommendationId,
      header: headerOf(asked, vault, meant(data, details), originOf(origin)?.heldOn),
      decide: (state) =>
        issueRecommendation(said(asked, vault, { ...data, ...details, meeting: originOf(origin) }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: recommendationId };
  });
