import * as examples from './facts.examples';
import type { AnalyticsFact } from './facts';
import type { Indicator } from './figure';
import { indicators, type IndicatorsAsked } from './indicators';

const { asked, attended, committee, held, mali, participant, recommended, tested, training } = examples;

const figure = (
  code: Indicator,
  facts: readonly AnalyticsFact[],
  { at = 'ml', ...more }: Partial<IndicatorsAsked> & { readonly at?: string } = {},
) =>
  indicators([...mali, ...facts], { ...asked, ...more }).find(
    (f) => f.code === code && f.territory.id === at,
  );

describe('statutory meetings', () => {
  const three = ['2024-11-21', '2024-12-19', '2025-01-16'];
  const regular = [committee('ml0901'), ...three.map((day) => held('ml0901', day))];

  it('divides months met by months due', () =>
    expect(figure('IND-01', [...regular, committee('ml0902')])).toMatchObject({
      ...{ numerator: 3, denominator: 6, value: 0.5, details: { statutoryMeetings: 3 } },
    }));

  it('counts one meeting a month', () =>
    expect(
      figure('IND-01', [
        committee('ml0901'),
        ...['2024-11-05', '2024-11-21'].map((day) => held('ml0901', day)),
      ]),
    ).toMatchObject({ numerator: 1, denominator: 3, details: { statutoryMeetings: 2 } }));

  it.each(['EXTRAORDINARY', 'EXTENDED'] as const)('never counts an %s one', (meetingKind) => {
    const facts = [committee('ml0901'), held('ml0901', '2024-11-21', { meetingKind })];
    expect(figure('IND-01', facts)).toMatchObject({ numerator: 0, details: { statutoryMeetings: 0 } });
    expect(figure('IND-02', facts)).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it('counts what was held, on its day', () =>
    expect(
      figure('IND-01', [committee('ml0901'), held('ml0901', null), held('ml0901', '2025-02-01')]),
    ).toMatchObject({ numerator: 0, denominator: 3 }));

  it('owes months from the month of installation on', () => {
    const due = (installedOn: string | null) =>
      figure('IND-01', [committee('ml0901', { installedOn })])?.denominator;
    expect([due('2024-12-31'), due('2025-01-31'), due('2025-02-01'), due(null)]).toEqual([2, 1, 0, 0]);
  });

  it('owes a month only where the rule is monthly', () => {
    const due = (more: Parameters<typeof committee>[1]) =>
      figure('IND-01', [committee('ml0901', more)])?.denominator;
    expect(due({ frequency: 'UNKNOWN' })).toBe(3);
    expect(due({ frequency: 'QUARTERLY' })).toBe(0);
    expect(due({ frequency: 'UNKNOWN', level: 'REGION' })).toBe(0);
    expect(due({ frequency: 'MONTHLY', level: 'REGION' })).toBe(3);
  });

  it('owes each month by the rule in force on its last day', () => {
    const rule = (since: string, frequency: 'MONTHLY' | 'QUARTERLY') => ({ since, frequency });
    const figures = (...rules: ReturnType<typeof rule>[]) => {
      const facts = [
        committee('ml0901', { rules }),
        held('ml0901', '2024-11-21'),
        held('ml0901', '2025-01-15'),
      ];
      const { numerator, denominator } = figure('IND-01', facts) ?? {};
      return [numerator, denominator];
    };
    expect(figures()).toEqual([2, 3]);
    expect(figures(rule('2024-12-01', 'QUARTERLY'))).toEqual([1, 1]);
    expect(figures(rule('2024-12-31', 'QUARTERLY'), rule('2025-01-31', 'MONTHLY'))).toEqual([2, 2]);
    expect(figures(rule('2025-02-01', 'QUARTERLY'))).toEqual([2, 3]);
    expect(figure('IND-01', [])?.definitionVersion).toBe(2);
  });

  it('covers the committees installed by the end of the window', () =>
    expect(
      figure('IND-02', [...regular, committee('ml0902'), committee('ml0101', { installedOn: '2025-02-01' })]),
    ).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 }));

  it('divides nothing by nothing', () =>
    expect(figure('IND-01', [])).toMatchObject({ numerator: 0, denominator: 0, value: null }));
});

describe('people trained', () => {
  const days = ['2024-12-02', '2024-12-03'] as const;
  const both = (id: string, who: string) => days.map((day) => attended(id, who, day));
  const people = [
    participant('awa', { sex: 'F', ageBand: '18-24', structureKind: 'POLICE', corps: 'POLICE' }),
    participant('ben', { sex: 'NR', ageBand: 'NR' }),
    participant('chi', { ageBand: '15-17', structureKind: 'PROTECTION_CIVILE', corps: 'PROTECTION_CIVILE' }),
    participant('dou', { sex: 'F', structureKind: 'FORCES_ARMEES', corps: 'FORCES_ARMEES' }),
  ];
  const facts = [
    ...[...people, training('one', 'ml0901', ...days), training('two', 'ml0902', ...days)],
    ...[...both('one', 'awa'), ...both('two', 'awa'), ...both('one', 'ben')],
    ...[attended('one', 'chi', days[0]), attended('one', 'chi', days[1], 'ABSENT')],
    ...[attended('one', 'dou', days[0], 'ABSENT'), attended('one', 'dou', days[1], 'ABSENT')],
  ];

  it('counts a person once in a territory, and days apart', () => {
    expect(figure('IND-03', facts)).toMatchObject({
      ...{ numerator: 3, denominator: null, value: null, unit: 'people', youthDefinition: '15-35' },
      details: { completed: 2, participations: 7, women: 1, youth: 2, isf: 1 },
    });
    expect(figure('IND-03', facts, { at: 'ml0902' })).toMatchObject({ numerator: 1 });
  });

  it('keeps those who did not say in the denominator', () => {
    expect(figure('IND-04', facts)).toMatchObject({ numerator: 1, denominator: 3, notReported: 1 });
    expect(figure('IND-05', facts)).toMatchObject({ numerator: 2, denominator: 3, notReported: 1 });
    expect(figure('IND-06', facts)).toMatchObject({ numerator: 1, denominator: 3, notReported: 0 });
  });

  it('keeps those the registry does not know in the denominator', () => {
    const known = facts.filter((fact) => fact.kind !== 'participant');
    for (const code of ['IND-04', 'IND-05', 'IND-06'] as const)
      expect(figure(code, known)).toMatchObject({ numerator: 0, denominator: 3, notReported: 3 });
  });

  it('is young by the definition that is named', () => {
    const young = (youth: IndicatorsAsked['youth']) => figure('IND-05', facts, { youth });
    expect(young('18-29')).toMatchObject({ numerator: 1, youthDefinition: '18-29' });
    expect(young('18-35')).toMatchObject({ numerator: 1, youthDefinition: '18-35' });
    const thirty = [...facts, participant('dou', { ageBand: '30-35' }), ...both('one', 'dou')];
    expect(figure('IND-05', thirty, { youth: '18-29' })?.numerator).toBe(1);
    expect(figure('IND-05', thirty, { youth: '18-35' })?.numerator).toBe(2);
  });

  it('counts civil protection among the forces only when told to', () =>
    expect(figure('IND-06', facts, { civilProtectionCounts: true })).toMatchObject({ numerator: 2 }));

  it('counts the days of the window, and completes on the last day of a training', () => {
    expect(figure('IND-03', facts, { to: days[0] })).toMatchObject({
      ...{ numerator: 3, details: { completed: 0, participations: 4 } },
    });
    expect(figure('IND-03', facts, { from: days[1] })).toMatchObject({
      ...{ numerator: 2, details: { completed: 2, participations: 3 } },
    });
  });

  it('takes a tally of a meeting for no training', () => {
    const counts = { women: 5, men: 19, notReported: 0, youth: 8, isf: 7, members: 20 };
    expect(figure('IND-03', [{ kind: 'tally', meetingId: 'm', ...counts }])).toMatchObject({ numerator: 0 });
  });
});

describe('knowledge gained', () => {
  const sheet = training('one', 'ml0901', '2024-12-02');

  it('is the mean over paired tests', () =>
    expect(
      figure('IND-20', [
        sheet,
        tested('one', 'awa', 7, 13),
        tested('one', 'ben', 10, 8),
        tested('one', 'chi', 9, null),
      ]),
    ).toMatchObject({
      ...{
        numerator: 0.2,
        denominator: 2,
        value: 0.1,
        unit: 'mean-gain',
        details: { pairs: 2, unpaired: 1 },
      },
    }));

  it('leaves trainings outside the window out', () =>
    expect(
      figure('IND-20', [training('one', 'ml0901', '2025-02-01'), tested('one', 'awa', 7, 13)]),
    ).toMatchObject({
      ...{ numerator: 0, denominator: 0, value: null },
    }));
});

describe('recommendations', () => {
  const verified = (on: string) =>
    ({ verifiedOn: on, steps: [{ status: 'IMPLEMENTATION_VERIFIED', on }] }) as const;
  const facts = [
    recommended('done', 'ml0901', verified('2024-12-29')),
    recommended('done later', 'ml0901', verified('2025-02-01')),
    recommended('under way', 'ml0901', { steps: [{ status: 'IN_PROGRESS', on: '2025-01-15' }] }),
    recommended('claimed', 'ml0902', { steps: [{ status: 'IMPLEMENTATION_CLAIMED', on: '2025-01-15' }] }),
    recommended('no day', 'ml0902', { dueOn: null }),
    recommended('due later', 'ml0902', { dueOn: '2025-02-28' }),
    recommended('older', 'ml0101', { issuedOn: '2024-10-01', dueOn: '2024-11-01' }),
  ];

  it('counts what was issued in the window', () =>
    expect(figure('IND-12', facts)).toMatchObject({ numerator: 6, denominator: null, unit: 'count' }));

  it('divides what is verified by what is due, the rest counted apart', () =>
    expect(figure('IND-14', facts)).toMatchObject({
      ...{ numerator: 1, denominator: 5, value: 0.2, details: { partial: 1, claimed: 1 } },
    }));
});
