import type { SealedText } from '@benkan/kernel';
import type { SeatCategory } from './composition';

export type AgendaItem = {
  readonly itemId: string;
  readonly kind:
    'OPENING' | 'APPROVAL_OF_MINUTES' | 'FOLLOW_UP' | 'SECURITY_SITUATION' | 'DISCUSSION' | 'OTHER';
  readonly title: SealedText;
  readonly proposer: SeatCategory | null;
  readonly minutesPlanned: number | null;
  /** The meeting whose minutes are to be approved. */
  readonly previousMeetingId: string | null;
  /** The recommendations to be followed up. */
  readonly recommendationIds: string[];
};
