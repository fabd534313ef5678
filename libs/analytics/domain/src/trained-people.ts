import { byTerritory } from './by-territory';
import type { Participant, Training, TrainingAttendance } from './facts';
import { counted, share, type Measure } from './figure';
import { attendanceOfPeople } from './same-person';
import { isSecurityForce } from './security-forces';
import type { Territories } from './territories';
import { within, type Window } from './window';
import { isYoung, type YouthDefinition } from './youth';

export type TrainedPeople = {
  readonly window: Window;
  readonly youth: YouthDefinition;
  readonly civilProtectionCounts: boolean;
};
type Told = {
  readonly participants: readonly Participant[];
  readonly trainings: readonly Training[];
  readonly attendance: readonly TrainingAttendance[];
};

const lastDayOf = ({ days }: Training): string | null => [...days].sort().at(-1) ?? null;

/** Who was present on every day of a training that ends in the window. */
const completions = (
  present: readonly TrainingAttendance[],
  trainings: ReadonlyMap<string, Training>,
  window: Window,
): readonly TrainingAttendance[] => {
  const days = new Map<string, number>();
  return present.filter(({ trainingId, participantId }) => {
    const training = trainings.get(trainingId);
    if (training === undefined || !within(lastDayOf(training), window)) return false;
    const key = `${trainingId} ${participantId}`;
    days.set(key, (days.get(key) ?? 0) + 1);
    return days.get(key) === training.days.length;
  });
};

const peopleOf = (attendance: readonly TrainingAttendance[]): ReadonlySet<string> =>
  new Set(attendance.map(({ participantId }) => participantId));

/**
 * IND-03: distinct people present at a session of the window; `completed`: present on every day of a training that
 * ends in the window; `participations`: days present. IND-04, 05, 06: women, young people and members of the security
 * forces among them. A person counts once in a territory, whatever the number of its trainings.
 */
export const trainedPeople = (
  { participants, trainings: planned, attendance }: Told,
  territories: Territories,
  { window, youth, civilProtectionCounts }: TrainedPeople,
): ((territoryId: string) => readonly Measure[]) => {
  const traits = new Map(participants.map((participant) => [participant.participantId, participant]));
  const trainings = new Map(planned.map((training) => [training.trainingId, training]));
  const present = attendanceOfPeople(attendance, participants).filter(({ status }) => status === 'PRESENT');
  const unitOf = ({ trainingId }: TrainingAttendance) => trainings.get(trainingId)?.unitId;
  const sessions = byTerritory(
    present.filter(({ day }) => within(day, window)),
    unitOf,
    territories,
  );
  const completed = byTerritory(completions(present, trainings, window), unitOf, territories);

  return (territoryId) => {
    const people = [...peopleOf(sessions(territoryId))].map((id) => traits.get(id));
    const total = people.length;
    const count = (is: (person: Participant) => boolean, unknown = false) =>
      people.filter((person) => (person === undefined ? unknown : is(person))).length;

    const women = count(({ sex }) => sex === 'F');
    const young = count(({ ageBand }) => isYoung(ageBand, youth));
    const isf = count((person) => isSecurityForce(person, civilProtectionCounts));
    return [
      counted('IND-03', 'people', total, {
        youthDefinition: youth,
        details: {
          completed: peopleOf(completed(territoryId)).size,
          participations: sessions(territoryId).length,
          ...{ women, youth: young, isf },
        },
      }),
      share('IND-04', women, total, { notReported: count(({ sex }) => sex === 'NR', true) }),
      share('IND-05', young, total, {
        youthDefinition: youth,
        notReported: count(({ ageBand }) => ageBand === 'NR', true),
      }),
      share('IND-06', isf, total, { notReported: count(() => false, true) }),
    ];
  };
};
