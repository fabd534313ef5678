import fc from 'fast-check';
import { fold } from '@benkan/kernel';
import { meeting } from '../meeting';
import { convened, held } from '../meeting.examples';
import { cancelled, postponed } from '../states.examples';
import { dayIn, planCalendar, planOf, type MeetingDay, type PlanningCommittee } from './plan-calendar';

const committee: PlanningCommittee = {
  ...{ unitId: convened.data.unitId, level: 'COMMUNE', installedOn: '2023-12-07', frequency: 'MONTHLY' },
};
const thirdThursday: MeetingDay = { kind: 'WEEKDAY', nth: 'THIRD', weekday: 'THURSDAY' };
const daysOf = (more: Partial<PlanningCommittee>, year = 2025, on: MeetingDay = thirdThursday) => {
  const plan = planOf({ ...committee, ...more }, { year, on });
  return plan.kind === 'plan' ? plan.months.map(({ plannedOn }) => plannedOn) : plan.code;
};

describe('meetings.plan-calendar', () => {
  it('plans a meeting a month', () =>
    expect(daysOf({})).toEqual([
      ...['2025-01-16', '2025-02-20', '2025-03-20', '2025-04-17', '2025-05-15', '2025-06-19'],
      ...['2025-07-17', '2025-08-21', '2025-09-18', '2025-10-16', '2025-11-20', '2025-12-18'],
    ]));
  it('plans the last month of each quarter where the rule says quarterly', () =>
    expect(daysOf({ frequency: 'QUARTERLY' })).toEqual([
      ...['2025-03-20', '2025-06-19', '2025-09-18', '2025-12-18'],
    ]));
  it('begins with the installation', () => {
    expect(daysOf({}, 2023)).toEqual(['2023-12-21']);
    expect(daysOf({ installedOn: '2023-12-22' }, 2023)).toBe('installed-after-that-year');
  });
  it('takes the last day of a month that is too short', () =>
    expect(daysOf({}, 2024, { kind: 'DAY_OF_MONTH', day: 31 }).slice(0, 4)).toEqual([
      ...['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30'],
    ]));
  it('guesses nothing', () => {
    expect(daysOf({ frequency: 'UNKNOWN' })).toBe('frequency-unknown');
    expect(daysOf({ installedOn: null })).toBe('committee-not-installed');
    expect(planOf(null, { year: 2025, on: thirdThursday })).toMatchObject({ code: 'committee-unknown' });
  });
  it('convenes what nobody convened, and leaves what became of the others alone', () => {
    expect(planCalendar(convened.data, fold(meeting, []))).toEqual({ kind: 'accepted', facts: [convened] });
    for (const facts of [[convened], [convened, postponed], [convened, cancelled], [convened, held]])
      expect(planCalendar(convened.data, fold(meeting, facts))).toEqual({ kind: 'accepted', facts: [] });
  });
  it('finds the weekdays a calendar shows', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(
          'FIRST' as const,
          'SECOND' as const,
          'THIRD' as const,
          'FOURTH' as const,
          'LAST' as const,
        ),
        fc.constantFrom('MONDAY' as const, 'SATURDAY' as const, 'SUNDAY' as const),
        (year, month, nth, weekday) => {
          const day = dayIn(year, month, { kind: 'WEEKDAY', nth, weekday });
          const shown = new Date(`${day}T00:00:00Z`);
          const name = shown.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
          expect([name.toUpperCase(), shown.getUTCMonth() + 1]).toEqual([weekday, month]);
          const date = shown.getUTCDate();
          const nths = { FIRST: 1, SECOND: 8, THIRD: 15, FOURTH: 22, LAST: 22 };
          expect(date).toBeGreaterThanOrEqual(nths[nth]);
          expect(nth === 'LAST' ? new Date(shown.getTime() + 7 * 86_400_000).getUTCMonth() + 1 : 0).not.toBe(
            month,
          );
        },
      ),
    ));
});
