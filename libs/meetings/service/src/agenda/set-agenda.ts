import { commandDoor, headerOf, said, sealing, type Asked, type Sealing } from '@benkan/doors';
import type { RequestOf } from '@benkan/contracts';
import { setAgenda as contract } from '@benkan/contracts/meetings';
import { dayOf } from '@benkan/kernel';
import { plannedDayOf, setAgenda, type AgendaItem, type Meeting } from '@benkan/meetings-domain';
import { derivedId } from '@benkan/messaging';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';
import { carriedOver, leftOver } from './carried-over';

type Setting = Asked<RequestOf<typeof contract>>;

const givenItems = ({ body, commandId }: Setting, texts: Sealing): AgendaItem[] =>
  body.items.map(({ itemId, title, ...item }, index) => ({
    ...item,
    itemId: itemId ?? derivedId('agenda-item', commandId, `${index}`),
    title: texts.text(`items/${index}`, title),
  }));

// what was said of the past is what the paper says: nothing comes by itself there
const carriedInto = async (
  context: MeetingsContext,
  meeting: Meeting,
  { body, at, commandId }: Setting,
  texts: Sealing,
): Promise<readonly AgendaItem[]> => {
  if (meeting.status !== 'convened' || meeting.convened.meetingKind !== 'STATUTORY') return [];
  const plannedOn = plannedDayOf(meeting);
  if (plannedOn < dayOf(at)) return [];
  const { committeeId } = meeting.convened;
  const left = await leftOver(context, { committeeId, plannedOn });
  const items = carriedOver(left, {
    text: texts.text,
    idOf: (field) => derivedId('agenda-item', commandId, field),
  });
  const given = new Set(body.items.map(({ kind }) => kind));
  return items.filter(({ kind }) => !given.has(kind));
};

/** meetings.set-agenda: what a statutory meeting to come has to take up stands first, named or not. */
export const setAgendaDoor = (context: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const { handle, vault, current } = context;
    const { meetingId } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = { meetingId, items: givenItems(asked, texts) };
    const { state } = await current(meetings, meetingId);
    const items = [...(await carriedInto(context, state, asked, texts)), ...data.items];
    const told = await handle({
      aggregate: meetings,
      id: meetingId,
      header: headerOf(asked, vault, data),
      decide: (meeting) => setAgenda(said(asked, vault, { meetingId, items }), meeting),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });
