import fc from 'fast-check';
import type { ClockCommittee } from './clock-facts';
import { clockOn, installed, meeting } from './clock.examples';

const missed = (
  on: string,
  committee: Partial<ClockCommittee> = {},
  meetings: Parameters<typeof meeting>[] = [],
) =>
  clockOn(on, {
    committee: { ...installed, ...committee },
    meetings: meetings.map((said) => meeting(...said)),
  }).findings.flatMap((finding) => (finding.code === 'NO_STATUTORY_MEETING' ? [finding] : []));
const months = (...said: Parameters<typeof missed>) => missed(...said).map(({ from, to }) => `${from} ${to}`);
const rule = (since: string, frequency: 'MONTHLY' | 'QUARTERLY' | 'UNKNOWN') => ({
  ...{ since, frequency, eventId: `e-rule ${since}` },
});

describe('months without a statutory meeting', () => {
  it('begin with the month of the installation, once it is over', () => {
    expect(months('2023-12-31')).toEqual([]);
    expect(months('2024-01-01')).toEqual(['2023-12-01 2023-12-31']);
    expect(months('2024-03-01')).toEqual([
      '2023-12-01 2023-12-31',
      '2024-01-01 2024-01-31',
      '2024-02-01 2024-02-29',
    ]);
  });

  it('name the installation and the rule behind them', () => {
    expect(missed('2024-01-01')[0]?.events).toEqual(['e-installed', 'e-established']);
    expect(missed('2024-01-01', { rules: [rule('2023-12-10', 'MONTHLY')] })[0]?.events).toEqual([
      'e-installed',
      'e-rule 2023-12-10',
    ]);
  });

  it('are those without one held: one is enough, extraordinary ones and plans never count', () => {
    expect(months('2024-01-01', {}, [['2023-12-31']])).toEqual([]);
    expect(months('2024-01-01', {}, [['2023-12-20', false]])).toHaveLength(1);
    expect(months('2024-01-01', {}, [[null]])).toHaveLength(1);
    expect(months('2024-01-01', {}, [['2023-12-06']])).toHaveLength(1);
  });

  it('are none where nobody knows the rule, or the installation', () => {
    expect(months('2024-12-01', { established: { frequency: 'UNKNOWN', eventId: 'e' } })).toEqual([]);
    expect(months('2024-12-01', { installed: null })).toEqual([]);
    expect(months('2023-12-06')).toEqual([]);
  });

  it('follow the rule that held on their last day', () => {
    const rules = [rule('2024-01-15', 'UNKNOWN'), rule('2024-03-31', 'MONTHLY')];
    expect(months('2024-05-01', { rules })).toEqual([
      '2023-12-01 2023-12-31',
      '2024-03-01 2024-03-31',
      '2024-04-01 2024-04-30',
    ]);
  });

  it('are quarters where the rule says so', () => {
    const committee = { rules: [rule('2023-12-07', 'QUARTERLY')] };
    expect(months('2024-07-01', committee, [['2024-05-02']])).toEqual([
      '2023-10-01 2023-12-31',
      '2024-01-01 2024-03-31',
    ]);
    expect(months('2024-06-30', committee)).toHaveLength(2);
  });

  it('are none that a suspension touches', () => {
    const activity = [
      { since: '2024-01-31', suspended: true, eventId: 's' },
      { since: '2024-03-02', suspended: false, eventId: 'a' },
    ];
    expect(months('2024-05-01', { activity })).toEqual(['2023-12-01 2023-12-31', '2024-04-01 2024-04-30']);
    expect(months('2024-05-01', { activity: activity.slice(0, 1) })).toEqual(['2023-12-01 2023-12-31']);
    const endedOnTheFirst = [activity[0], { ...activity[1], since: '2024-03-01' }] as typeof activity;
    expect(months('2024-05-01', { activity: endedOnTheFirst })).toContain('2024-03-01 2024-03-31');
  });

  it('are met or missed, each once: invariant 4', () => {
    const aDay = fc
      .date({ min: new Date('2023-12-07'), max: new Date('2025-06-30'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(aDay, { maxLength: 30 }), (days) => {
        const met = new Set(days.map((day) => day.slice(0, 7)));
        const left = months(
          '2025-07-01',
          {},
          days.map((day) => [day]),
        );
        expect(left).toHaveLength(19 - met.size);
        expect(left.some((month) => met.has(month.slice(0, 7)))).toBe(false);
      }),
    );
  });
});
