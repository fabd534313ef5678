import { spec } from '@benkan/testing';
import type { AgendaItem } from '../agenda';
import { meeting, type AgendaSet } from '../meeting';
import { at, by, convened, held, ids, text } from '../meeting.examples';
import { cancelled, closed, item, recorded } from '../states.examples';
import { setAgenda } from './set-agenda';

const { given } = spec(meeting, setAgenda);

const set = (...items: AgendaItem[]) => ({ data: { meetingId: ids.meeting, items }, at, by });
const agenda = (...items: AgendaItem[]): AgendaSet => ({
  type: 'agenda-set',
  data: { meetingId: ids.meeting, items },
});
const other: AgendaItem = { ...item, itemId: ids.unit, kind: 'DISCUSSION', proposer: 'ORG_FEMMES' };

describe('meetings.set-agenda', () => {
  it('sets the items in their order', () => given(convened).when(set(item, other)).then(agenda(item, other)));
  it('sets them anew, after the meeting too', () => {
    given(convened, agenda(item)).when(set(other, item)).then(agenda(other, item));
    given(convened, held, agenda(item)).when(set(other)).then(agenda(other));
  });
  it('hears the same once, wherever the vault keeps the titles', () =>
    given(convened, agenda(item))
      .when(set({ ...item, title: { ...text('6'), textRef: ids.awa } }))
      .then());
  it('refuses an item twice', () => given(convened).when(set(item, item)).thenRefused('item-twice'));
  it('stands once the sheet is closed', () =>
    given(convened, held, recorded, closed).when(set(item)).thenRefused('attendance-sheet-closed'));
  it('refuses a meeting cancelled or never convened', () => {
    given(convened, cancelled).when(set(item)).thenRefused('meeting-cancelled');
    given().when(set(item)).thenRefused('meeting-unknown');
  });
});
