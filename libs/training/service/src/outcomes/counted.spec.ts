import { attendanceByDay, participantsOf, testsOf } from './counted';
import type { Traits } from './people';

const person = (id: string, more: Partial<Traits>) =>
  [
    id,
    {
      ...{ id, unitId: 'u', sex: 'M', ageBand: '41-59', structureKind: 'MEDIAS', corps: null },
      ...{ erased: false, mergedInto: null, consents: [], revision: '0', ...more },
    } as Traits,
  ] as const;
const known = new Map([
  person('officer', { sex: 'F', ageBand: '18-24', structureKind: 'POLICE', corps: 'POLICE' }),
  person('elder', { ageBand: '60+' }),
  person('edge', { ageBand: '30-35' }),
  person('beyond', { ageBand: '36-40', sex: 'NR' }),
]);
const days = ['2024-12-02', '2024-12-03'];
const present = new Map([...known.keys(), 'nobody'].map((id, index) => [id, index === 0 ? 2 : 1]));

describe('who took part', () => {
  const counted = participantsOf({ days }, present, known);

  it('overlaps: a young policewoman is in three groups', () =>
    expect(counted).toMatchObject({ total: 5, completed: 1, women: 1, youth: 2, isf: 1 }));

  it('adds up by sex and age band, what nobody knows included', () => {
    const of = (band: string) => counted.bands.find((one) => one.band === band);
    expect(of('18-24')).toEqual({ band: '18-24', women: 1, men: 0, notReported: 0 });
    expect(of('NR')).toEqual({ band: 'NR', women: 0, men: 0, notReported: 1 });
    const all = counted.bands.map(({ women, men, notReported }) => women + men + notReported);
    expect(all.reduce((sum, one) => sum + one, 0)).toBe(5);
  });

  it('is counted on each day by those who were there on it', () => {
    const line = (participantId: string, day: string, status: 'PRESENT' | 'ABSENT') => ({
      ...{ participantId, day, status },
    });
    const attendance = [
      line('officer', '2024-12-02', 'PRESENT'),
      line('elder', '2024-12-02', 'PRESENT'),
      line('officer', '2024-12-03', 'ABSENT'),
      line('edge', '2024-12-03', 'PRESENT'),
    ];
    expect(attendanceByDay({ days, attendance } as never, known)).toEqual([
      { day: '2024-12-02', present: 2, women: 1, youth: 1, isf: 1 },
      { day: '2024-12-03', present: 1, women: 0, youth: 1, isf: 0 },
    ]);
  });
});

describe('the tests', () => {
  const paper = (pre: number | null, post: number | null, max = 20) => ({
    ...{ participantId: 'p', pre, post, max },
  });

  it('have means over the pairs alone, whatever the points of the paper', () =>
    expect(testsOf({ results: [paper(8, 16), paper(5, 5, 10), paper(20, null)] })).toMatchObject({
      ...{ pairs: 2, unpaired: 1, improved: 1, meanBefore: 0.45, meanAfter: 0.65 },
    }));

  it('have none without a pair', () =>
    expect(testsOf({ results: [paper(null, 12)] })).toMatchObject({ meanBefore: null, meanAfter: null }));
});
