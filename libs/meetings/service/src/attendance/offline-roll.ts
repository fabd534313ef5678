import type { z } from 'zod';
import { getOfflineRoll, MAX_ROLL } from '@benkan/contracts/meetings';
import { getCommittee, getProtectionPolicy } from '@benkan/contracts/registry';
import { queryDoor, recordOpening, unknownResource, type Because } from '@benkan/doors';
import { dayOf } from '@benkan/kernel';
import { Fault } from '@benkan/messaging';
import { attendeesSince } from '@benkan/meetings-read-model';
import type { MeetingsContext } from '../context';
import { shownTo } from './attendance-sheet';
import { expectedMembers } from './attendance-sheet-members';
import { namedAmong, peopleShown, type Shown } from './people-shown';

type Committee = z.output<typeof getCommittee.response>;
type Roll = Pick<z.input<typeof getOfflineRoll.response>, 'people' | 'cutShort'>;

const aYearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/** Those in office, then those who came without being of them. */
const rollOf = async (
  context: MeetingsContext,
  { committee, on, shown }: { readonly committee: Committee; readonly on: string; readonly shown: Shown },
  because: Because,
): Promise<Roll> => {
  const members = await expectedMembers(context, { committee, on, shown }, because);
  const sitting = new Set(members.map(({ participantId }) => participantId));
  const since = aYearBefore(on);
  const came = await attendeesSince(context.meetings.current(), committee.id, since);
  const others = came.filter((id) => !sitting.has(id));
  const room = Math.max(0, MAX_ROLL - members.length);
  const guests = await peopleShown(context, others.slice(0, room), shown, because);
  return {
    people: [
      ...members,
      ...[...guests.values()]
        .filter(({ erased }) => !erased)
        .map((person) => ({ ...person, seat: null, quality: null })),
    ],
    cutShort: others.length > room,
  };
};

const NOBODY: Roll = { people: [], cutShort: false };

/** meetings.get-offline-roll: by the mode that holds today; the record of names opened comes first. */
export const getOfflineRollDoor = (context: MeetingsContext) =>
  queryDoor(getOfflineRoll, async (asked) => {
    const { committeeId } = asked.body;
    const { correlationId, deadline, traceparent } = asked;
    const because = { correlationId, deadline, traceparent };
    const on = dayOf(asked.at);
    const position = context.position();
    const [committee, policy] = await Promise.all([
      context.ask(getCommittee, { committeeId }, because),
      context.ask(getProtectionPolicy, { committeeId, on }, because),
    ]);
    if (committee === undefined) throw unknownResource();
    // nobody is named where nobody can say how people are protected
    if (policy === undefined) throw new Fault('unavailable');
    const { mode } = policy;
    const shown = shownTo(mode, asked.role);
    const roll = mode === 'TALLY' ? NOBODY : await rollOf(context, { committee, on, shown }, because);
    await recordOpening(context, asked, {
      ...{ wireName: getOfflineRoll.name, resourceId: committeeId, purpose: 'OFFLINE_WORK' },
      count: namedAmong(roll.people),
    });
    const asOf = { position: (position < 0n ? 0n : position).toString() };
    return { committeeId, on, mode, named: shown === 'names', ...roll, asOf };
  });
