import type { z } from 'zod';
import type { Role, SealedText } from '@benkan/contracts';
import { getAttendanceSheet } from '@benkan/contracts/meetings';
import { getCommittee, getProtectionPolicy, getUnit } from '@benkan/contracts/registry';
import { queryDoor, recordOpening, unknownResource, type Because } from '@benkan/doors';
import { Fault } from '@benkan/messaging';
import { findMeeting, type MeetingView } from '@benkan/meetings-read-model';
import type { MeetingsContext } from '../context';
import { expectedMembers } from './attendance-sheet-members';
import { namedAmong, type Shown } from './people-shown';

type Mode = z.output<typeof getAttendanceSheet.response>['mode'];
type Unit = z.output<typeof getUnit.response>;

/** Who holds the meeting: they know who comes, and where, before it was held. */
const HOLDERS: readonly Role[] = ['secretary', 'president', 'focal-point', 'system'];

/** What a committee's sheet shows to a role; nobody is listed where it is counted. */
export const shownTo = (mode: Mode, role: Role): Shown => {
  if (mode !== 'NOMINATIVE') return 'codes';
  return HOLDERS.includes(role) ? 'names' : 'categories';
};

const placeFor = ({ status, place, plannedPlace }: MeetingView, role: Role): SealedText | null => {
  if (status === 'HELD') return place ?? plannedPlace;
  return HOLDERS.includes(role) ? plannedPlace : null;
};

/** The code that sheets of a commune carry. */
const codeOf = ({ codes }: Unit): string | null =>
  (codes.findLast(({ system }) => system === 'HDX_COD') ?? codes.at(-1))?.code ?? null;

const known = <Answer>(answer: Answer | undefined): Answer => {
  // without the registry nobody can say who may be named
  if (answer === undefined) throw new Fault('unavailable');
  return answer;
};

const registryAnswers = async (
  { ask }: MeetingsContext,
  { committeeId, unitId, day: on }: MeetingView,
  because: Because,
) => {
  const [committee, unit, policy] = await Promise.all([
    ask(getCommittee, { committeeId }, because),
    ask(getUnit, { unitId, map: on }, because),
    ask(getProtectionPolicy, { committeeId, on }, because),
  ]);
  return { committee: known(committee), unit: known(unit), mode: known(policy).mode };
};

/** meetings.get-attendance-sheet: by the mode that holds now for the day of the meeting; nothing is remembered. */
export const getAttendanceSheetDoor = (context: MeetingsContext) =>
  queryDoor(getAttendanceSheet, async (asked) => {
    const { body, role, correlationId, deadline, traceparent } = asked;
    const because = { correlationId, deadline, traceparent };
    const meeting = await findMeeting(context.meetings.current(), body.meetingId);
    if (meeting === undefined) throw unknownResource();
    const { committee, unit, mode } = await registryAnswers(context, meeting, because);
    const shown = shownTo(mode, role);
    const expected = { committee, on: meeting.day, shown };
    const members = mode === 'TALLY' ? [] : await expectedMembers(context, expected, because);
    await recordOpening(context, asked, {
      ...{ wireName: getAttendanceSheet.name, resourceId: meeting.committeeId, purpose: 'ATTENDANCE_SHEET' },
      count: namedAmong(members),
    });
    const place = placeFor(meeting, role);
    const agenda = meeting.items.length > 0 ? meeting.items.map(({ title }) => title) : [...meeting.agenda];
    const textOf = await context.texts([...agenda, place]);
    return {
      ...{ meetingId: meeting.id, committee: committee.name, commune: unit.name, communeCode: codeOf(unit) },
      ...{ meetingKind: meeting.meetingKind, on: meeting.day, place: place && textOf(place) },
      ...{ presidingCapacity: meeting.presidingCapacity, agenda: agenda.map(textOf), mode },
      ...{ named: shown === 'names', members: [...members] },
    };
  });
