import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { AgendaItem } from '../agenda';
import type { AgendaSet, Meeting } from '../meeting';

export type SetAgenda = Said<{ readonly meetingId: string; readonly items: AgendaItem[] }>;

export type SetAgendaRefusal =
  'meeting-unknown' | 'meeting-cancelled' | 'item-twice' | 'attendance-sheet-closed';

const unchanged = (before: readonly AgendaItem[] | null, items: readonly AgendaItem[]): boolean =>
  before !== null &&
  differences<{ readonly items: readonly AgendaItem[] }>({ items: before }, { items }).length === 0;

/** The agenda set last stands, up to the closing of the sheet: what was spoken of may differ from what was planned. */
export const setAgenda = (
  { data: { meetingId, items } }: SetAgenda,
  meeting: Meeting,
): Decision<AgendaSet, SetAgendaRefusal> => {
  if (meeting.status === 'unknown') return refuse('meeting-unknown');
  if (meeting.status === 'cancelled') return refuse('meeting-cancelled');
  if (unchanged(meeting.agenda, items)) return accept();
  if (meeting.status === 'held' && meeting.closed) return refuse('attendance-sheet-closed');
  if (new Set(items.map(({ itemId }) => itemId)).size < items.length) return refuse('item-twice');
  return accept({ type: 'agenda-set', data: { meetingId, items } });
};
