import type { Model } from 'mongoose';
import type { Stored } from '@benkan/projections';
import type { MeetingView } from './meeting-view';

/** Meetings looked at: two a month for a year, and some to spare. */
const MEETINGS = 30;

/** Who came to the meetings a committee held on a day or after, each once, the last to come first; nobody of a tally. */
export const attendeesSince = async (
  meetings: Model<Stored<MeetingView>>,
  committeeId: string,
  since: string,
): Promise<readonly string[]> => {
  const held = await meetings
    .find({ committeeId, status: 'HELD', day: { $gte: since } })
    .select({ day: 1, sheet: 1 })
    .sort({ day: -1 })
    .limit(MEETINGS)
    .lean<Pick<Stored<MeetingView>, 'sheet'>[]>();
  return [...new Set(held.flatMap(({ sheet }) => sheet.lines.map(({ participantId }) => participantId)))];
};
