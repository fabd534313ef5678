import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { setAgenda as contract } from '@benkan/contracts/meetings';
import { setAgenda } from '@benkan/meetings-domain';
import { derivedId } from '@benkan/messaging';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';

/** meetings.set-agenda */
export const setAgendaDoor = ({ handle, vault }: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const { meetingId, items } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = {
      meetingId,
      items: items.map(({ itemId, title, ...item }, index) => ({
        ...item,
        itemId: itemId ?? derivedId('agenda-item', asked.commandId, `${index}`),
        title: texts.text(`items/${index}`, title),
      })),
    };
    const told = await handle({
      aggregate: meetings,
      id: meetingId,
      header: headerOf(asked, vault, data),
      decide: (state) => setAgenda(said(asked, vault, data), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });
