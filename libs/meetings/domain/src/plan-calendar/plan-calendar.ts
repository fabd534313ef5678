import { accept, refuse, type Decision, type Refusal } from '@benkan/kernel';
import type { Convened, Meeting, MeetingConvened } from '../meeting';
import { monthsOf, type Frequency, type MeetingDay } from './months';

export * from './months';

/** The committee as the registry knows it. */
export type PlanningCommittee = Pick<Convened, 'unitId' | 'level' | 'installedOn'> & {
  readonly frequency: Frequency;
};

export type PlanCalendarRefusal =
  'committee-unknown' | 'committee-not-installed' | 'frequency-unknown' | 'installed-after-that-year';

type Month = { readonly month: number; readonly plannedOn: string };
export type Plan = { readonly kind: 'plan'; readonly months: readonly Month[] };

/** The statutory meetings of a year, from the installation on, as often as the rule in force says. */
export const planOf = (
  committee: PlanningCommittee | null,
  { year, on }: { readonly year: number; readonly on: MeetingDay },
): Plan | Refusal<PlanCalendarRefusal> => {
  if (committee === null) return refuse('committee-unknown');
  const { installedOn, frequency } = committee;
  if (installedOn === null) return refuse('committee-not-installed');
  if (frequency === 'UNKNOWN') return refuse('frequency-unknown');
  const months = monthsOf(year, frequency, on).filter(({ plannedOn }) => plannedOn >= installedOn);
  return months.length === 0 ? refuse('installed-after-that-year') : { kind: 'plan', months };
};

/** One meeting of the plan: convened unless it is already, whatever became of it. */
export const planCalendar = (planned: Convened, meeting: Meeting): Decision<MeetingConvened, never> =>
  meeting.status === 'unknown' ? accept({ type: 'meeting-convened', data: planned }) : accept();
