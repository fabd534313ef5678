import type { ClockCommittee } from './clock-facts';
import { clockOn, installed, recommendation } from './clock.examples';
import { durationOf, monthsEnding, monthIndex } from './calendar';

const findings = (on: string, committee: Partial<ClockCommittee>, code: string) =>
  clockOn(on, { committee: { ...installed, ...committee } }).findings.filter((one) => one.code === code);

describe('a vacant presidency', () => {
  const held = { since: '2023-12-07', vacant: false, eventId: 'e-mayor' };
  const vacant = { since: '2024-12-20', vacant: true, eventId: 'e-vacated' };
  const found = (on: string, ...presidency: ClockCommittee['presidency']) =>
    findings(on, { presidency }, 'PRESIDENCY_VACANT');

  it('lasts from the day it was vacated, in months and in days', () =>
    expect(found('2025-08-20', held, vacant)).toEqual([
      {
        code: 'PRESIDENCY_VACANT',
        since: '2024-12-20',
        duration: { months: 8, days: 243 },
        events: ['e-vacated'],
      },
    ]));
  it('begins that very day, and not before', () => {
    expect(found('2024-12-20', held, vacant)).toMatchObject([{ duration: { months: 0, days: 0 } }]);
    expect(found('2024-12-19', held, vacant)).toEqual([]);
  });
  it('ends when somebody presides', () =>
    expect(found('2025-08-20', held, vacant, { ...held, since: '2025-08-20' })).toEqual([]));
  it('began with the first of two vacancies in a row', () =>
    expect(found('2025-08-20', { ...vacant, since: '2024-11-01' }, vacant)).toMatchObject([
      { since: '2024-11-01' },
    ]));
  it('is not found where nothing was told of it, but named as unknown', () => {
    expect(found('2025-08-20')).toEqual([]);
    expect(clockOn('2025-08-20').notJudged).toEqual(['PRESIDENCY', 'SEATS']);
    expect(clockOn('2023-12-06').notJudged).toContain('INSTALLATION');
  });
});

describe('a vacant seat', () => {
  const seat = { seatId: 's1', category: 'ORG_FEMMES', definedOn: null, endedOn: null, eventId: 'e-seat' };
  const holder = { membershipId: 'h1', seatId: 's1', from: '2024-01-10', ended: null };
  const left = { ...holder, ended: { on: '2024-05-31', eventId: 'e-left' } };
  const found = (on: string, committee: Partial<ClockCommittee>) =>
    findings(on, { seats: [seat], ...committee }, 'SEAT_VACANT');

  it('was never held since the installation', () =>
    expect(found('2024-01-07', {})).toEqual([
      {
        ...{ code: 'SEAT_VACANT', seatId: 's1', category: 'ORG_FEMMES', since: '2023-12-07' },
        ...{ duration: { months: 1, days: 31 }, everHeld: false, events: ['e-seat'] },
      },
    ]));
  it('is vacant until the first day of a holder, and from the day the last one left', () => {
    expect(found('2024-01-09', { holders: [left] })).toMatchObject([{ everHeld: false }]);
    expect(found('2024-01-10', { holders: [left] })).toEqual([]);
    expect(found('2024-05-30', { holders: [left] })).toEqual([]);
    expect(found('2024-05-31', { holders: [left] })).toMatchObject([
      { since: '2024-05-31', everHeld: true, events: ['e-seat', 'e-left'] },
    ]);
    expect(found('2024-07-01', { holders: [left, { ...holder, from: '2024-07-01' }] })).toEqual([]);
  });
  it('counts from the latest end, and from the day a seat was defined', () => {
    const again = { ...left, from: '2024-06-10', ended: { on: '2024-08-01', eventId: 'e-again' } };
    expect(found('2024-09-01', { holders: [again, left] })).toMatchObject([
      { since: '2024-08-01', events: ['e-seat', 'e-again'] },
    ]);
    const late = [{ ...seat, definedOn: '2024-03-01' }];
    expect(found('2024-04-01', { seats: late })).toMatchObject([{ since: '2024-03-01' }]);
    expect(found('2024-02-29', { seats: late })).toEqual([]);
  });
  it('is none once the seat has ended, nor before the installation', () => {
    expect(found('2024-06-01', { seats: [{ ...seat, endedOn: '2024-06-01' }] })).toEqual([]);
    expect(found('2024-05-31', { seats: [{ ...seat, endedOn: '2024-06-01' }] })).toHaveLength(1);
    expect(found('2023-12-06', {})).toEqual([]);
  });
});

describe('a recommendation past its date', () => {
  const found = (on: string, dueOn: string | null, answeredOn: string | null) =>
    clockOn(on, { recommendations: [recommendation(dueOn, answeredOn)] }).findings.filter(
      ({ code }) => code === 'RECOMMENDATION_UNANSWERED',
    );

  it('is found from the day after, with how long ago', () => {
    expect(found('2024-12-31', '2024-12-31', null)).toEqual([]);
    expect(found('2025-01-01', '2024-12-31', null)).toEqual([
      {
        ...{ code: 'RECOMMENDATION_UNANSWERED', recommendationId: 'r1', dueOn: '2024-12-31' },
        ...{ overdue: { months: 0, days: 1 }, events: ['e-issued'] },
      },
    ]);
  });
  it('is none without a date, nor once anything was answered, even late', () => {
    expect(found('2025-06-01', null, null)).toEqual([]);
    expect(found('2025-02-01', '2024-12-31', '2025-02-01')).toEqual([]);
    expect(found('2025-01-31', '2024-12-31', '2025-02-01')).toHaveLength(1);
  });
});

describe('a recommendation past its date, taken higher or claimed', () => {
  const found = (on: string, more: Partial<ReturnType<typeof recommendation>>) =>
    clockOn(on, { recommendations: [{ ...recommendation('2024-12-31', null), ...more }] }).findings.flatMap(
      ({ code, events }) => (code === 'RECOMMENDATION_UNANSWERED' ? [events] : []),
    );
  it('names the escalation from its day on, and stays unanswered', () => {
    const escalated = { on: '2025-01-20', eventId: 'e-escalated' };
    expect(found('2025-01-19', { escalated })).toEqual([['e-issued']]);
    expect(found('2025-01-20', { escalated })).toEqual([['e-issued', 'e-escalated']]);
  });
  it('is none once it is claimed', () => {
    expect(found('2025-01-04', { claimedOn: '2025-01-05' })).toHaveLength(1);
    expect(found('2025-01-05', { claimedOn: '2025-01-05' })).toEqual([]);
  });
});

describe('the calendar', () => {
  it.each([
    ['2024-02-28', '2024-03-01', 0, 2],
    ['2023-02-28', '2023-03-01', 0, 1],
    ['2024-01-31', '2024-02-29', 0, 29],
    ['2023-12-07', '2024-12-07', 12, 366],
    ['2000-02-29', '2100-03-01', 1200, 36_525],
  ])('from %s to %s: %s months, %s days', (from, to, months, days) =>
    expect(durationOf(from, to)).toEqual({ months, days }),
  );
  it('knows the length of months', () => {
    expect(monthsEnding(monthIndex('2024-02-10'), 1)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(monthsEnding(monthIndex('2024-12-10'), 3)).toEqual({ from: '2024-10-01', to: '2024-12-31' });
    expect(monthsEnding(monthIndex('2025-01-01'), 3)).toEqual({ from: '2024-11-01', to: '2025-01-31' });
  });
});
