import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { isReadyForMinutes, type HeldMeeting, type Meeting } from '../../meeting';
import type { MinutesDrafted, MinutesTexts } from '../facts';
import type { Minutes } from '../minutes';

export type DraftMinutes = Said<
  MinutesTexts & { readonly meetingId: string; /** As its own stream says. */ readonly meeting: Meeting }
>;

export type DraftMinutesRefusal =
  | 'meeting-unknown'
  | 'meeting-not-held'
  | 'meeting-cancelled'
  | 'attendance-sheet-open'
  | 'agenda-item-unknown'
  | 'closed-before-it-opened'
  | 'minutes-adopted';

const notReady = (meeting: Meeting): DraftMinutesRefusal => {
  if (meeting.status === 'unknown') return 'meeting-unknown';
  if (meeting.status === 'cancelled') return 'meeting-cancelled';
  return meeting.status === 'held' ? 'attendance-sheet-open' : 'meeting-not-held';
};

const unfit = (
  { exchanges, openedAt, closedAt }: MinutesTexts,
  { agenda }: HeldMeeting,
): DraftMinutesRefusal | undefined => {
  const items = new Set((agenda ?? []).map(({ itemId }) => itemId));
  if (exchanges.some(({ itemId }) => itemId !== null && !items.has(itemId))) return 'agenda-item-unknown';
  return openedAt !== null && closedAt !== null && closedAt < openedAt
    ? 'closed-before-it-opened'
    : undefined;
};

/** The draft written last stands, until minutes are adopted; nothing is drafted of a sheet that is still open. */
export const draftMinutes = (
  { data: { meeting, ...texts } }: DraftMinutes,
  minutes: Minutes,
): Decision<MinutesDrafted, DraftMinutesRefusal> => {
  if (!isReadyForMinutes(meeting)) return refuse(notReady(meeting));
  const no = unfit(texts, meeting);
  if (no !== undefined) return refuse(no);
  const { committeeId, unitId } = meeting.convened;
  const data = { ...texts, committeeId, unitId, heldOn: meeting.held.heldOn };
  const isSame = minutes.status !== 'unknown' && differences<object>(minutes.draft, data).length === 0;
  if (isSame) return accept();
  return minutes.status === 'adopted' ? refuse('minutes-adopted') : accept({ type: 'minutes-drafted', data });
};
