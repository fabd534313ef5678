/** Why a convened meeting is not held. */
export const CANCELLATION_REASONS = [
  'INSECURITY',
  'PRESIDENCY_UNAVAILABLE',
  'MEMBERS_UNAVAILABLE',
  'DECISION_OF_AUTHORITY',
  'LACK_OF_MEANS',
  'HOLIDAY_OR_MOURNING',
  'CONVENED_IN_ERROR',
  'OTHER',
] as const;
/** What an item of an agenda is; the security situation is spoken of by themes only. */
export const AGENDA_ITEM_KINDS = [
  'OPENING',
  'APPROVAL_OF_MINUTES',
  'FOLLOW_UP',
  'SECURITY_SITUATION',
  'DISCUSSION',
  'OTHER',
] as const;
/** Whether the quorum was there; it never blocks anything. */
export const QUORUM_ANSWERS = ['MET', 'NOT_MET', 'NOT_DEFINED', 'NOT_RECORDED'] as const;
export const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;
/** Which of the weekdays of a month. */
export const NTHS = ['FIRST', 'SECOND', 'THIRD', 'FOURTH', 'LAST'] as const;
export const CALENDAR_MONTH_STATES = ['NOTHING_PLANNED', 'PLANNED', 'HELD', 'MISSED'] as const;
