import type { Day } from '../facts';
import type { Duration } from './calendar';

type Of<Code extends string, Data> = Data & {
  readonly code: Code;
  /** The stored events it follows from. */
  readonly events: readonly string[];
};

/** What a committee falls short of on a day. */
export type Finding =
  | Of<'NO_STATUTORY_MEETING', { readonly from: Day; readonly to: Day }>
  | Of<'PRESIDENCY_VACANT', { readonly since: Day; readonly duration: Duration }>
  | Of<
      'SEAT_VACANT',
      {
        readonly seatId: string;
        readonly category: string;
        readonly since: Day;
        readonly duration: Duration;
        readonly everHeld: boolean;
      }
    >
  | Of<
      'MINUTES_LATE',
      {
        readonly meetingId: string;
        readonly heldOn: Day;
        readonly dueOn: Day;
        readonly overdue: Duration;
        readonly drafted: boolean;
      }
    >
  | Of<
      'RECOMMENDATION_UNANSWERED',
      { readonly recommendationId: string; readonly dueOn: Day; readonly overdue: Duration }
    >;
