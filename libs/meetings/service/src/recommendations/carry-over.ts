import { commandDoor, type Asked } from '@benkan/doors';
import type { RequestOf } from '@benkan/contracts';
import { carryOverRecommendation as contract } from '@benkan/contracts/meetings';
import {
  carryOverRecommendation,
  plannedDayOf,
  type LaterMeeting,
  type Meeting,
} from '@benkan/meetings-domain';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';
import { tellRecommendation } from './tell';

const dayOfMeeting = (meeting: Exclude<Meeting, { status: 'unknown' }>): string => {
  if (meeting.status === 'held') return meeting.held.heldOn;
  return meeting.status === 'convened' ? plannedDayOf(meeting) : meeting.convened.plannedOn;
};

const laterMeeting = (meeting: Meeting): LaterMeeting | null => {
  if (meeting.status === 'unknown') return null;
  const { committeeId } = meeting.convened;
  return { committeeId, day: dayOfMeeting(meeting), cancelled: meeting.status === 'cancelled' };
};

/** meetings.carry-over-recommendation */
export const carryOverRecommendationDoor = (context: MeetingsContext) =>
  commandDoor(
    contract,
    tellRecommendation(context, {
      meant: ({ dueOn, ...body }: RequestOf<typeof contract>) => ({ ...body, dueOn: dueOn ?? null }),
      known: async ({ body }: Asked<RequestOf<typeof contract>>) => {
        const { state } = await context.current(meetings, body.meetingId);
        return { meeting: laterMeeting(state) };
      },
      on: () => null,
      decide: carryOverRecommendation,
    }),
  );
