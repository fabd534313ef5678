import type { z } from 'zod';
import type { QueryContract } from '@benkan/contracts';
import * as meetings from '@benkan/contracts/meetings';
import * as registry from '@benkan/contracts/registry';

/** Asks one question in the caller's name; throws the problem where there is no answer. */
export type AskPart = <Request extends z.ZodType, Response extends z.ZodType>(
  contract: QueryContract<string, Request, Response>,
  body: z.input<Request>,
) => Promise<z.output<Response>>;

type Listed<Item> = { readonly items: readonly Item[]; readonly next?: string | undefined };

const PAGE = 200;
/** Days before and after today whose meetings a device is given. */
const AROUND = 62;
/** Meetings in one pack, at most. */
const MOST_MEETINGS = 24;
const DAY_MS = 86_400_000;

export const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

const everyPage = async <Item>(page: (after?: string) => Promise<Listed<Item>>): Promise<readonly Item[]> => {
  const found: Item[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await page(after);
    found.push(...items);
    after = next;
  } while (after !== undefined);
  return found;
};

const from = (after: string | undefined) => (after === undefined ? {} : { after });

const meetingsAround = async (ask: AskPart, committeeId: string, today: string) => {
  const window = { from: daysFrom(today, -AROUND), to: daysFrom(today, AROUND) };
  const [around, last] = await Promise.all([
    ask(meetings.listMeetings, { committeeId, ...window, limit: PAGE }),
    ask(meetings.listMeetings, { committeeId, status: 'HELD', to: today, limit: 1 }),
  ]);
  const away = ({ plannedOn }: { readonly plannedOn: string }) =>
    Math.abs(Date.parse(plannedOn) - Date.parse(today));
  const nearest = [...around.items].sort((one, other) => away(one) - away(other)).slice(0, MOST_MEETINGS);
  const ids = new Set([...last.items, ...nearest].map(({ id }) => id));
  const whole = await Promise.all([...ids].map((meetingId) => ask(meetings.getMeeting, { meetingId })));
  const byDay = whole.sort((one, other) => (one.plannedOn < other.plannedOn ? -1 : 1));
  return { meetings: byDay, position: around.asOf.position };
};

const openRecommendations = async (ask: AskPart, committeeId: string) => {
  const all = await everyPage((after) =>
    ask(meetings.listRecommendations, { committeeId, limit: PAGE, ...from(after) }),
  );
  return all.filter(({ open }) => open);
};

const calendarsOf = (ask: AskPart, committeeId: string, today: string) => {
  const years = new Set([today, daysFrom(today, AROUND)].map((day) => day.slice(0, 4)));
  return Promise.all([...years].map((year) => ask(meetings.getCalendar, { committeeId, year })));
};

const protectionOf = async (ask: AskPart, committeeId: string) => {
  const { mode, modes } = await ask(registry.getProtectionPolicy, { committeeId });
  return { mode, modes: modes.map(({ mode: one, since }) => ({ mode: one, since })) };
};

const least = (...positions: readonly string[]): string =>
  positions.reduce((one, other) => (BigInt(one) < BigInt(other) ? one : other));

/** What is recorded of a committee, and of whoever may come: the roll is asked first, for it says who may ask at all. */
export const gathered = async (ask: AskPart, committeeId: string, today: string) => {
  const { named, people, cutShort, asOf } = await ask(meetings.getOfflineRoll, { committeeId });
  const committee = await ask(registry.getCommittee, { committeeId });
  const sitting = (after?: string) =>
    ask(registry.listMemberships, { committeeId, on: today, limit: PAGE, ...from(after) });
  const [memberships, unit, protection, calendars, around, recommendations] = await Promise.all([
    everyPage(sitting),
    ask(registry.getUnit, { unitId: committee.unitId }),
    protectionOf(ask, committeeId),
    calendarsOf(ask, committeeId, today),
    meetingsAround(ask, committeeId, today),
    openRecommendations(ask, committeeId),
  ]);
  return {
    asOf: { position: least(asOf.position, around.position) },
    ...{ committee, memberships: [...memberships], unit, protection, roll: { named, people, cutShort } },
    ...{ calendars, meetings: around.meetings, recommendations },
  };
};
