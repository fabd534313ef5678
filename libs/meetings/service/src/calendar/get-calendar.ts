import { queryDoor, unknownResource } from '@benkan/doors';
import { getCalendar } from '@benkan/contracts/meetings';
import { getCommittee } from '@benkan/contracts/registry';
import { dayOf } from '@benkan/kernel';
import { calendarOf, meetingsOfYear } from '@benkan/meetings-read-model';
import type { MeetingsContext } from '../context';

/** meetings.get-calendar */
export const getCalendarDoor = ({ ask, meetings }: MeetingsContext) =>
  queryDoor(getCalendar, async (asked) => {
    const { committeeId, year } = asked.body;
    const { correlationId, deadline, traceparent } = asked;
    const committee = await ask(getCommittee, { committeeId }, { correlationId, deadline, traceparent });
    if (committee === undefined) throw unknownResource();
    const listed = await meetingsOfYear(meetings.current(), committeeId, year);
    const months = calendarOf(year, listed, dayOf(asked.at)).map(({ meetings: inMonth, ...month }) => ({
      ...month,
      meetings: [...inMonth],
    }));
    return { committeeId, year, frequency: committee.frequency, months };
  });
