import fc from 'fast-check';
import type { Participant, TrainingAttendance } from './facts';
import { asked, attended, mali, participant, training } from './facts.examples';
import { indicators } from './indicators';
import { attendanceOfPeople, samePerson } from './same-person';

const person = (participantId: string, mergedInto?: string): Participant => ({
  ...{ kind: 'participant', participantId, unitId: 'ml0901', sex: 'F', ageBand: '25-29' },
  ...{ structureKind: 'ORG_FEMMES', corps: null },
  ...(mergedInto !== undefined && { mergedInto }),
});
const seen = (participantId: string, day: string, status: TrainingAttendance['status'] = 'PRESENT') =>
  ({ kind: 'training-attendance', trainingId: 't', participantId, day, status }) as const;

describe('one person under several records', () => {
  const people = [person('a'), person('b', 'a'), person('c', 'b'), person('d')];

  it('counts as the record that is kept, over any number of merges', () => {
    const same = samePerson(people);
    expect(['a', 'b', 'c', 'd', 'x'].map(same)).toEqual(['a', 'a', 'a', 'd', 'x']);
  });

  it('was there once on a day, present when any sheet says so', () => {
    const attendance = [
      seen('b', '1', 'ABSENT'),
      seen('a', '1'),
      seen('c', '1'),
      seen('c', '2'),
      seen('d', '1'),
    ];
    const told = attendanceOfPeople(attendance, people);
    expect(told.map(({ participantId, day, status }) => [participantId, day, status])).toEqual([
      ['a', '1', 'PRESENT'],
      ['a', '2', 'PRESENT'],
      ['d', '1', 'PRESENT'],
    ]);
    expect(attendanceOfPeople([...attendance].reverse(), people)).toHaveLength(3);
  });

  it('is one person trained, under the traits of the record that is kept', () => {
    const days = ['2024-12-02', '2024-12-03'] as const;
    const told = [
      training('t', 'ml0901', ...days),
      ...[attended('t', 'twin', days[0]), attended('t', 'kept', days[0]), attended('t', 'twin', days[1])],
      participant('kept', { sex: 'F' }),
    ];
    const figure = (mergedInto: object) =>
      indicators([...mali, ...told, participant('twin', mergedInto)], asked).find(
        ({ code, territory }) => code === 'IND-03' && territory.id === 'ml',
      );
    expect(figure({})).toMatchObject({
      numerator: 2,
      details: { completed: 1, participations: 3, women: 1 },
    });
    expect(figure({ mergedInto: 'kept' })).toMatchObject({
      numerator: 1,
      details: { completed: 1, participations: 2, women: 1 },
    });
  });

  it('ends, whatever the merges say', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('a', 'b', 'c', 'd'))),
        (merges) => {
          const same = samePerson(merges.map(([id, into]) => person(id, into)));
          expect(['a', 'b', 'c', 'd']).toContain(same('a'));
        },
      ),
    ));
});
