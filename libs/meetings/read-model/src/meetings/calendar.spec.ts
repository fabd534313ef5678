import { calendarOf } from './calendar';

type Listed = Parameters<typeof calendarOf>[1][number];

const meeting = (day: string, more: Partial<Listed> = {}): Listed => ({
  ...{ id: `m ${day}`, meetingKind: 'STATUTORY', status: 'CONVENED', plannedOn: day, heldOn: null, day },
  ...more,
});
const held = (day: string, more: Partial<Listed> = {}) =>
  meeting(day, { status: 'HELD', heldOn: day, ...more });
const states = (...meetings: Listed[]) =>
  calendarOf(2025, meetings, '2025-03-15')
    .slice(0, 4)
    .map(({ state }) => state);

describe('the calendar of a year', () => {
  it('has twelve months, each with its meetings', () => {
    const months = calendarOf(2025, [held('2025-01-16'), meeting('2025-12-18')], '2025-03-15');
    expect(months.map(({ month }) => month)).toContain(7);
    expect(months).toHaveLength(12);
    expect(months[0]).toEqual({
      ...{ month: 1, state: 'HELD' },
      meetings: [
        {
          ...{ id: 'm 2025-01-16', meetingKind: 'STATUTORY', status: 'HELD' },
          ...{ plannedOn: '2025-01-16', heldOn: '2025-01-16' },
        },
      ],
    });
  });
  it('says what was held, missed, is planned, or is not', () =>
    expect(states(held('2025-01-16'), meeting('2025-02-20'), meeting('2025-03-20'))).toEqual([
      ...['HELD', 'MISSED', 'PLANNED', 'NOTHING_PLANNED'],
    ]));
  it('misses a month whose meeting was cancelled or put off to another one', () =>
    expect(states(meeting('2025-02-20', { status: 'CANCELLED' }), meeting('2025-04-01'))).toEqual([
      ...['NOTHING_PLANNED', 'MISSED', 'NOTHING_PLANNED', 'PLANNED'],
    ]));
  it('counts statutory meetings only: invariant 4', () =>
    expect(states(held('2025-01-16', { meetingKind: 'EXTRAORDINARY' }), meeting('2025-01-20'))).toEqual([
      ...['MISSED', 'NOTHING_PLANNED', 'NOTHING_PLANNED', 'NOTHING_PLANNED'],
    ]));
});
