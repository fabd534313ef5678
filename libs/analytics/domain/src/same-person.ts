import type { Participant, TrainingAttendance } from './facts';

/** Who a record counts as: itself, or whom it leads to over any number of merges. */
export const samePerson = (participants: readonly Participant[]): ((participantId: string) => string) => {
  const next = new Map(
    participants.flatMap(({ participantId, mergedInto }) =>
      mergedInto === undefined ? [] : [[participantId, mergedInto] as const],
    ),
  );
  return (participantId) => {
    const met = new Set<string>();
    let id = participantId;
    for (let into = next.get(id); into !== undefined && !met.has(into); into = next.get(id)) {
      met.add(into);
      id = into;
    }
    return id;
  };
};

/** Presences under the record that counts; a person written down twice on one day was there once. */
export const attendanceOfPeople = (
  attendance: readonly TrainingAttendance[],
  participants: readonly Participant[],
): readonly TrainingAttendance[] => {
  const person = samePerson(participants);
  const days = new Map<string, TrainingAttendance>();
  for (const presence of attendance) {
    const { trainingId, day, status } = presence;
    const participantId = person(presence.participantId);
    const key = `${trainingId} ${participantId} ${day}`;
    if (days.has(key) && status !== 'PRESENT') continue;
    days.set(key, { ...presence, participantId });
  }
  return [...days.values()];
};
