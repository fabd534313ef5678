import type { ClockCommittee, ClockMinutes } from './clock-facts';
import { clockOn, installed, meeting, minutesOf } from './clock.examples';

type Given = {
  readonly committee?: Partial<ClockCommittee>;
  readonly met?: readonly Parameters<typeof meeting>[];
  readonly minutes?: readonly ClockMinutes[];
};

const late = (on: string, { committee = {}, met = [['2024-01-11']], minutes = [] }: Given = {}) =>
  clockOn(on, {
    ...{ committee: { ...installed, ...committee }, minutes },
    meetings: met.map((said) => meeting(...said)),
  }).findings.flatMap((finding) => (finding.code === 'MINUTES_LATE' ? [finding] : []));
const unknown = { established: { frequency: 'UNKNOWN', eventId: 'e-established' } } as const;
const quarterly = { established: { frequency: 'QUARTERLY', eventId: 'e-established' } } as const;
const both: Given['met'] = [['2024-01-11'], ['2024-02-08']];

describe('late minutes', () => {
  it('are those not adopted at the next statutory meeting, from the day after it', () => {
    expect(late('2024-02-08', { met: both })).toEqual([]);
    expect(late('2024-02-10', { met: both })).toEqual([
      {
        ...{ code: 'MINUTES_LATE', meetingId: 'm 2024-01-11', heldOn: '2024-01-11', dueOn: '2024-02-08' },
        ...{ overdue: { months: 0, days: 2 }, drafted: false },
        events: ['e-held 2024-01-11', 'e-held 2024-02-08'],
      },
    ]);
  });

  it('name the draft where there is one', () =>
    expect(late('2024-02-10', { met: both, minutes: [minutesOf('2024-01-11', null)] })).toMatchObject([
      { drafted: true, events: ['e-held 2024-01-11', 'e-held 2024-02-08', 'e-drafted 2024-01-11'] },
    ]));

  it('are none once adopted, though they were late the day before', () => {
    const minutes = [minutesOf('2024-01-11', '2024-02-20')];
    expect(late('2024-02-19', { met: both, minutes })).toHaveLength(1);
    expect(late('2024-02-20', { met: both, minutes })).toEqual([]);
  });

  it('are due at the end of the next period by the rule where no meeting came before it', () => {
    expect(late('2024-02-29')).toEqual([]);
    expect(late('2024-03-01')).toMatchObject([
      { dueOn: '2024-02-29', events: ['e-held 2024-01-11', 'e-established'] },
    ]);
    expect(late('2024-06-30', { committee: quarterly })).toEqual([]);
    expect(late('2024-07-01', { committee: quarterly })).toMatchObject([{ dueOn: '2024-06-30' }]);
    expect(late('2025-07-01', { committee: quarterly, met: [['2024-12-31']] })).toMatchObject([
      { dueOn: '2025-03-31' },
    ]);
  });

  it('wait for the next meeting where the rule is unknown, or the period touched by a suspension', () => {
    const activity = [{ since: '2024-02-29', suspended: true, eventId: 'e-suspended' }];
    expect(late('2030-01-01', { committee: unknown })).toEqual([]);
    expect(late('2024-12-01', { committee: { activity } })).toEqual([]);
    const met: Given['met'] = [['2024-01-11'], ['2025-05-02']];
    expect(late('2025-05-03', { committee: unknown, met })).toMatchObject([{ dueOn: '2025-05-02' }]);
  });

  it('are of every held meeting, but only a statutory one calls for them; plans neither', () => {
    const met: Given['met'] = [['2024-01-20', false], ['2024-01-11'], [null], ['2024-02-08']];
    expect(
      late('2024-02-10', { committee: unknown, met }).map(({ heldOn, dueOn }) => [heldOn, dueOn]),
    ).toEqual([
      ['2024-01-11', '2024-02-08'],
      ['2024-01-20', '2024-02-08'],
    ]);
  });

  it('count from what happened until that day: a later meeting moves nothing before it', () => {
    const met: Given['met'] = [['2024-01-11'], ['2024-04-11']];
    expect(late('2024-03-01', { met })).toMatchObject([{ dueOn: '2024-02-29' }]);
  });
});
