import { accept, dayOf, type Acceptance, type Said } from '@benkan/kernel';
import type { Known, Recommendation, Reminder, ReminderRecorded } from '../recommendation';
import { isAnswered } from '../standing';
import { reminderDue } from './reminder-due';

type Named = Pick<Reminder, 'kind' | 'dueOn'>;

export type RecordReminder = Said<Named & { readonly recommendationId: string }>;

export const isSameReminder = (one: Named, other: Named): boolean =>
  one.kind === other.kind && one.dueOn === other.dueOn;

const isDue = (state: Known, { kind, dueOn }: Named, today: string): boolean =>
  state.dueOn === dueOn && reminderDue({ dueOn, answered: isAnswered(state) }, today) === kind;

/** One reminder of each kind for each day due, on a day it is due, while nothing is claimed or closed. */
export const recordReminder = (
  { data: { recommendationId, kind, dueOn }, at }: RecordReminder,
  state: Recommendation,
): Acceptance<ReminderRecorded> => {
  const [reminder, on] = [{ kind, dueOn }, dayOf(at)];
  if (state.status !== 'issued' || !isDue(state, reminder, on)) return accept();
  if (state.reminders.some((one) => isSameReminder(one, reminder))) return accept();
  return accept({ type: 'reminder-recorded', data: { recommendationId, ...reminder, on } });
};

/** Whether a reminder that was recorded still has to leave the house on a day. */
export const isUndelivered = (state: Recommendation, reminder: Named, today: string): boolean =>
  state.status === 'issued' &&
  isDue(state, reminder, today) &&
  state.reminders.some((one) => isSameReminder(one, reminder)) &&
  !state.deliveries.some((one) => isSameReminder(one, reminder));
