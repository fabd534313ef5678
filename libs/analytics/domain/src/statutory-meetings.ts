import { byTerritory } from './by-territory';
import type { Committee, Day, Meeting } from './facts';
import { share, type Measure } from './figure';
import type { Territories } from './territories';
import { monthOf, monthsBetween, within, type Window } from './window';

type Told = { readonly committees: readonly Committee[]; readonly meetings: readonly Meeting[] };

/** The monthly rule is sourced for communes only; a région's committee follows it when it says so. */
const meetsMonthly =
  ({ frequency, rules, level }: Committee) =>
  (month: string): boolean => {
    // no day of a month is later than its 31st as text
    const inForce = rules.findLast(({ since }) => since <= `${month}-31`)?.frequency ?? frequency;
    return inForce === 'MONTHLY' || (inForce === 'UNKNOWN' && level === 'COMMUNE');
  };

const isInstalledBy = ({ installedOn }: Committee, day: Day): boolean =>
  installedOn !== null && installedOn <= day;

const laterOf = (one: Day, other: Day): Day => (one > other ? one : other);

const monthsDue = (committee: Committee, { from, to }: Window): ReadonlySet<string> => {
  const { installedOn } = committee;
  if (installedOn === null) return new Set();
  return new Set(monthsBetween(laterOf(from, installedOn), to).filter(meetsMonthly(committee)));
};

const daysHeldBy = (held: readonly { committeeId: string; heldOn: Day }[]) => {
  const days = new Map<string, Day[]>();
  for (const { committeeId, heldOn } of held) {
    const known = days.get(committeeId);
    if (known === undefined) days.set(committeeId, [heldOn]);
    else known.push(heldOn);
  }
  return ({ committeeId, installedOn }: Committee): readonly Day[] =>
    (days.get(committeeId) ?? []).filter((day) => installedOn !== null && installedOn <= day);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * IND-01: months met over months due. Due: every calendar month the window touches, from the month of installation on,
 * of every committee with a monthly rule in force on its last day; a month at an edge of the window counts whole, so a window should be made of
 * whole months and not reach into the future. Met: those in which at least one statutory meeting was held, one a month
 * at most; an extraordinary or extended meeting never counts.
 * IND-02: committees that held a statutory meeting in the window over committees installed by its end.
 */
export const statutoryMeetings = (
  { committees, meetings }: Told,
  territories: Territories,
  window: Window,
): ((territoryId: string) => readonly Measure[]) => {
  const held = meetings.flatMap(({ meetingKind, heldOn, ...meeting }) =>
    meetingKind === 'STATUTORY' && within(heldOn, window) ? [{ ...meeting, heldOn }] : [],
  );
  const daysHeld = daysHeldBy(held);
  const heldIn = byTerritory(held, ({ unitId }) => unitId, territories);
  const installed = byTerritory(
    committees.filter((committee) => isInstalledBy(committee, window.to)),
    ({ unitId }) => unitId,
    territories,
  );

  return (territoryId) => {
    const here = installed(territoryId);
    const months = here.map((committee) => {
      const due = monthsDue(committee, window);
      const met = new Set(
        daysHeld(committee)
          .map(monthOf)
          .filter((month) => due.has(month)),
      );
      return { due: due.size, met: met.size };
    });
    const met = sum(months.map((one) => one.met));
    const due = sum(months.map((one) => one.due));
    const active = here.filter((committee) => daysHeld(committee).length > 0).length;
    const details = { statutoryMeetings: heldIn(territoryId).length };
    return [
      share('IND-01', met, due, { details, definitionVersion: 2 }),
      share('IND-02', active, here.length),
    ];
  };
};
