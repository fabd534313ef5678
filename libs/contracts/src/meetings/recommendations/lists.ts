/** How a recommendation went to an addressee. */
export const SENDING_CHANNELS = ['LETTER', 'HAND_DELIVERED', 'EMAIL', 'PHONE', 'AT_A_MEETING'] as const;
/** What an addressee says to it; `INFORMATION` informs or asks, and neither takes it up nor declines it. */
export const ANSWER_KINDS = ['ACCEPTED', 'PARTLY', 'DECLINED', 'INFORMATION'] as const;
/**
 * `DUE_SOON`: seven days or less are left. Past the day due: `UNANSWERED` where nobody answered, `OVERDUE` where
 * somebody did and nothing is claimed yet.
 */
export const REMINDER_KINDS = ['DUE_SOON', 'OVERDUE', 'UNANSWERED'] as const;
/** How a reminder left the house; `LOG` where no mail server is set. */
export const DELIVERY_CHANNELS = ['LOG', 'EMAIL', 'SMS'] as const;
export const RECOMMENDATION_STATUSES = [
  'ISSUED',
  'SENT',
  'ACKNOWLEDGED',
  'ANSWERED',
  'IN_PROGRESS',
  'IMPLEMENTATION_CLAIMED',
  'IMPLEMENTATION_VERIFIED',
  'REJECTED',
  'ABANDONED',
] as const;
/** What may stand in the history of a recommendation. */
export const RECOMMENDATION_STEPS = [
  'ISSUED',
  'DETAILED',
  'SENT',
  'ACKNOWLEDGED',
  'ANSWERED',
  'PROGRESS_REPORTED',
  'PROGRESS_MEASURED',
  'IMPLEMENTATION_CLAIMED',
  'IMPLEMENTATION_VERIFIED',
  'REJECTED',
  'ABANDONED',
  'CARRIED_OVER',
  'ESCALATED',
  'REOPENED',
  'REMINDED',
  'REMINDER_DELIVERED',
] as const;
