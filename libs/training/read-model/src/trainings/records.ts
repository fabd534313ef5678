import type { TrainingEvent } from '../training-event';

/** What an event of a type says. */
export type DataOf<Type extends TrainingEvent['type']> = Extract<TrainingEvent, { type: Type }>['data'];

export type AttendanceOfDay = Pick<
  DataOf<'training-attendance-recorded'>,
  'participantId' | 'day' | 'status'
>;
export type TestResults = Omit<DataOf<'test-results-recorded'>, 'trainingId'>;

/** An item once: in place of the one that is the same, else at the end. */
export const put = <Item>(
  items: readonly Item[],
  item: Item,
  isSame: (other: Item) => boolean,
): readonly Item[] => {
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

/** A whole sheet beside what stands: its days were not recorded before. */
export const withSheet = (
  attendance: readonly AttendanceOfDay[],
  lines: DataOf<'training-sheet-recorded'>['lines'],
): readonly AttendanceOfDay[] => [
  ...attendance,
  ...lines.flatMap(({ participantId, present, absent }) => [
    ...present.map((day) => ({ participantId, day, status: 'PRESENT' as const })),
    ...absent.map((day) => ({ participantId, day, status: 'ABSENT' as const })),
  ]),
];

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

/** People present on every day of those it has. */
export const completedOf = (attendance: readonly AttendanceOfDay[], days: readonly string[]): number =>
  [...daysPresent(attendance).values()].filter((present) => present === days.length).length;
