import { commandDoor, headerOf, said, sealing, type Asked, type Sealing } from '@benkan/doors';
import type { RequestOf } from '@benkan/contracts';
import { draftMinutes as contract } from '@benkan/contracts/meetings';
import { draftMinutes, type MinutesTexts } from '@benkan/meetings-domain';
import { meetings, minutes } from '../aggregates';
import type { MeetingsContext } from '../context';

type Drafting = RequestOf<typeof contract>;

const sealed = (
  { openedAt, closedAt, secretary, situation, exchanges, other, nextOn, nextPlace }: Drafting,
  { text, maybe }: Sealing,
): MinutesTexts => ({
  ...{ openedAt, closedAt, nextOn },
  secretary: maybe('secretary', secretary),
  situation: situation.map((one, index) => text(`situation/${index}`, one)),
  exchanges: exchanges.map(({ itemId, title, text: said }, index) => ({
    itemId,
    title: text(`exchanges/${index}/title`, title),
    text: text(`exchanges/${index}/text`, said),
  })),
  other: other.map((one, index) => text(`other/${index}`, one)),
  nextPlace: maybe('nextPlace', nextPlace),
});

/** meetings.draft-minutes: the meeting is read as it stands, its minutes are a stream of their own. */
export const draftMinutesDoor = ({ handle, vault, current }: MeetingsContext) =>
  commandDoor(contract, async (asked: Asked<Drafting>) => {
    const { meetingId } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = { meetingId, ...sealed(asked.body, texts) };
    const { state: meeting } = await current(meetings, meetingId);
    const told = await handle({
      aggregate: minutes,
      id: meetingId,
      header: headerOf(asked, vault, data),
      decide: (state) => draftMinutes(said(asked, vault, { ...data, meeting }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });
