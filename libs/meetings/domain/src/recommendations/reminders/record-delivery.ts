import { accept, dayOf, type Acceptance, type Said } from '@benkan/kernel';
import type { Delivery, Recommendation, ReminderDelivered } from '../recommendation';
import { isSameReminder } from './record-reminder';

export type RecordDelivery = Said<
  Pick<Delivery, 'kind' | 'dueOn' | 'channel'> & { readonly recommendationId: string }
>;

/** A reminder that was recorded left the house; told again by another instance, it is heard once. */
export const recordDelivery = (
  { data: { recommendationId, kind, dueOn, channel }, at }: RecordDelivery,
  state: Recommendation,
): Acceptance<ReminderDelivered> => {
  const reminder = { kind, dueOn };
  if (state.status === 'unknown') return accept();
  if (!state.reminders.some((one) => isSameReminder(one, reminder))) return accept();
  if (state.deliveries.some((one) => isSameReminder(one, reminder))) return accept();
  return accept({
    type: 'reminder-delivered',
    data: { recommendationId, ...reminder, on: dayOf(at), channel },
  });
};
