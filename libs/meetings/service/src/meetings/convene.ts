import { commandDoor, headerOf, said, sealing, type Asked, type Sealing } from '@benkan/doors';
import type { RequestOf } from '@benkan/contracts';
import { convene as contract } from '@benkan/contracts/meetings';
import { getCommittee } from '@benkan/contracts/registry';
import { dayOf, type SealedText } from '@benkan/kernel';
import { convene, type AgendaItem } from '@benkan/meetings-domain';
import { derivedId } from '@benkan/messaging';
import { carriedOver, leftOver } from '../agenda/carried-over';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';

type Convening = Asked<RequestOf<typeof contract>>;

const asItem = (title: SealedText, itemId: string): AgendaItem => ({
  ...{ itemId, title, kind: 'DISCUSSION', proposer: null, minutesPlanned: null },
  ...{ previousMeetingId: null, recommendationIds: [] },
});

// what was said of the past is what the paper says: nothing comes by itself there
const itemsOf = async (
  context: MeetingsContext,
  { body, at, commandId }: Convening,
  { text }: Sealing,
  agenda: readonly SealedText[],
): Promise<AgendaItem[]> => {
  if (body.meetingKind !== 'STATUTORY' || body.plannedOn < dayOf(at)) return [];
  const idOf = (field: string) => derivedId('agenda-item', commandId, field);
  const carried = carriedOver(await leftOver(context, body), { text, idOf });
  return carried.length === 0
    ? []
    : [...carried, ...agenda.map((title, index) => asItem(title, idOf(`${index}`)))];
};

/** meetings.convene: what the committee is that day is kept with the meeting. */
export const conveneDoor = (context: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const { handle, vault, ask } = context;
    const { id: given, agenda, place, ...body } = asked.body;
    const meetingId = given ?? derivedId('meeting', asked.commandId);
    const texts = sealing(vault, asked.commandId);
    const sealed = agenda.map((item, index) => texts.text(`agenda/${index}`, item));
    const data = { meetingId, ...body, agenda: sealed, place: texts.maybe('place', place) };
    const known = await ask(getCommittee, { committeeId: body.committeeId }, asked);
    const committee =
      known === undefined
        ? null
        : { unitId: known.unitId, level: known.level, installedOn: known.installedOn };
    const items = await itemsOf(context, asked, texts, sealed);
    const told = await handle({
      aggregate: meetings,
      id: meetingId,
      header: headerOf(asked, vault, data),
      decide: (state) => convene(said(asked, vault, { ...data, committee, items }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });
