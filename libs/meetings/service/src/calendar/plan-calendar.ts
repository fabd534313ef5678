import { commandDoor, headerOf, type Asked, type Told } from '@benkan/doors';
import type { RequestOf } from '@benkan/contracts';
import { planCalendar as contract } from '@benkan/contracts/meetings';
import { getCommittee } from '@benkan/contracts/registry';
import { planCalendar, planOf, type Convened, type PlanningCommittee } from '@benkan/meetings-domain';
import { derivedId } from '@benkan/messaging';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';

type Planning = Asked<RequestOf<typeof contract>>;
type Month = { readonly month: number; readonly plannedOn: string };
type Planned = Month & { readonly meetingId: string; readonly convened: boolean };

/** The same meeting of a committee in a month, whichever device plans it. */
export const statutoryMeetingId = (committeeId: string, year: number, month: number): string =>
  derivedId('statutory-meeting', committeeId, `${year}-${month}`);

const conveneOne = (
  { handle, vault }: MeetingsContext,
  asked: Planning,
  { unitId, level, installedOn }: PlanningCommittee,
  { month, plannedOn }: Month,
) => {
  const { committeeId, year } = asked.body;
  const meetingId = statutoryMeetingId(committeeId, year, month);
  const planned: Convened = {
    ...{ meetingId, committeeId, unitId, level, installedOn, plannedOn },
    ...{ meetingKind: 'STATUTORY', agenda: [] },
  };
  const one = { ...asked, commandId: derivedId('calendar', asked.commandId, `${month}`) };
  return handle({
    aggregate: meetings,
    id: meetingId,
    header: headerOf(one, vault, asked.body),
    decide: (state) => planCalendar(planned, state),
  });
};

const NOTHING = { kind: 'recorded' as const, revision: 0n, position: 0n, changed: false };

const conveneAll = async (
  context: MeetingsContext,
  asked: Planning,
  committee: PlanningCommittee,
  months: readonly Month[],
): Promise<Told> => {
  const { committeeId, year } = asked.body;
  const planned: Planned[] = [];
  let last = NOTHING;
  for (const month of months) {
    const told = await conveneOne(context, asked, committee, month);
    if (told.kind !== 'recorded') return { ...told, id: committeeId };
    const meetingId = statutoryMeetingId(committeeId, year, month.month);
    planned.push({ ...month, meetingId, convened: told.changed });
    const position = told.position > last.position ? told.position : last.position;
    last = { ...told, kind: 'recorded', position, changed: last.changed || told.changed };
  }
  return { ...last, id: committeeId, extra: { meetings: planned } };
};

/** meetings.plan-calendar: a stream a month; broken off, the same command again goes on where it stopped. */
export const planCalendarDoor = (context: MeetingsContext) =>
  commandDoor(contract, async (asked): Promise<Told> => {
    const { committeeId, year, on } = asked.body;
    const committee = (await context.ask(getCommittee, { committeeId }, asked)) ?? null;
    const plan = planOf(committee, { year, on });
    if (plan.kind === 'refused') return { ...plan, id: committeeId };
    if (committee === null) return { kind: 'refused', code: 'committee-unknown', id: committeeId };
    return conveneAll(context, asked, committee, plan.months);
  });
