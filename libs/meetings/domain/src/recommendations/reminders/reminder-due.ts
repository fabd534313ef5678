import type { ReminderKind } from '../facts';

/** How many days before its date a recommendation is called back to mind. */
export const REMINDER_DAYS = 7;

const DAY_MS = 86_400_000;

/** Days before a day, YYYY-MM-DD. */
export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);

/** Days after a day, YYYY-MM-DD. */
export const daysAfter = (day: string, days: number): string => daysBefore(day, -days);

export type Awaited = {
  /** Null where no day is due. */
  readonly dueOn: string | null;
  /** Whether anybody answered. */
  readonly answered: boolean;
};

/** Of what nobody has claimed or closed: which reminder is due on a day; undefined where none is. */
export const reminderDue = ({ dueOn, answered }: Awaited, today: string): ReminderKind | undefined => {
  if (dueOn === null || today < daysBefore(dueOn, REMINDER_DAYS)) return undefined;
  if (today <= dueOn) return 'DUE_SOON';
  return answered ? 'OVERDUE' : 'UNANSWERED';
};
