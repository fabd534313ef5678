import type { TrainingEvent } from '../training-event';

type Of<Type extends TrainingEvent['type']> = Extract<TrainingEvent, { type: Type }>['data'];

export type AttendanceOfDay = Pick<Of<'training-attendance-recorded'>, 'participantId' | 'day' | 'status'>;
export type TestResults = Omit<Of<'test-results-recorded'>, 'trainingId'>;

const put = <Item>(items: readonly Item[], item: Item, isSame: (other: Item) => boolean): readonly Item[] => {
  const known = items.findIndex(isSame);
  return known < 0 ? [...items, item] : items.with(known, item);
};

/** A day of a person once: a correction stands where the record stood. */
export const withAttendance = (
  attendance: readonly AttendanceOfDay[],
  { participantId, day, status }: AttendanceOfDay,
): readonly AttendanceOfDay[] =>
  put(
    attendance,
    { participantId, day, status },
    (other) => other.participantId === participantId && other.day === day,
  );

/** The results of a person once: a correction stands where the record stood. */
export const withResults = (
  results: readonly TestResults[],
  { participantId, pre, post, max }: TestResults,
): readonly TestResults[] =>
  put(results, { participantId, pre, post, max }, (other) => other.participantId === participantId);

const daysPresent = (attendance: readonly AttendanceOfDay[]): ReadonlyMap<string, number> => {
  const days = new Map<string, number>();
  for (const { participantId, status } of attendance)
    if (status === 'PRESENT') days.set(participantId, (days.get(participantId) ?? 0) + 1);
  return days;
};

/** People present on a day at least. */
export const trainedOf = (attendance: readonly AttendanceOfDay[]): number => daysPresent(attendance).size;

/** People present on every planned day. */
export const completedOf = (attendance: readonly AttendanceOfDay[], planned: readonly string[]): number =>
  [...daysPresent(attendance).values()].filter((days) => days === planned.length).length;
