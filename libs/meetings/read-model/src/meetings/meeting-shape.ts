import type { SealedText } from '@benkan/contracts';
import type { Quorum } from '@benkan/meetings-domain';
import type { MeetingsEvent } from '../meetings-event';
import type { Sheet } from './sheet';

export type Of<Type extends MeetingsEvent['type']> = Extract<MeetingsEvent, { type: Type }>['data'];

export type MeetingStatus = 'CONVENED' | 'POSTPONED' | 'HELD' | 'CANCELLED';

/** What a list shows of a meeting. */
export type MeetingSummary = {
  readonly id: string;
  readonly committeeId: string;
  readonly unitId: string;
  readonly meetingKind: Of<'meeting-convened'>['meetingKind'];
  readonly status: MeetingStatus;
  /** The day it was put off to last, else the one it was convened for. */
  readonly plannedOn: string;
  readonly heldOn: string | null;
  /** The day on which it was recorded to have been held. */
  readonly recordedOn: string | null;
  readonly presidingCapacity: Of<'meeting-held'>['presidingCapacity'] | null;
  /** People present, by line or by tally; null while nothing is written. */
  readonly presentCount: number | null;
  readonly sheetClosed: boolean;
  readonly quorum: Quorum;
  readonly revision: string;
  /** The day it is listed by: held, else planned. */
  readonly day: string;
};

/** What one meeting shows beside; texts stay in the vault. */
export type MeetingDetails = {
  readonly agenda: readonly SealedText[];
  readonly items: Of<'agenda-set'>['items'];
  readonly place: SealedText | null;
  /** Where it was to be held. */
  readonly plannedPlace: SealedText | null;
  readonly postponements: readonly Pick<Of<'meeting-postponed'>, 'plannedOn' | 'reason'>[];
  readonly cancellation: Pick<Of<'meeting-cancelled'>, 'cause' | 'reason'> | null;
  readonly sheet: Sheet;
  readonly composition: Omit<Of<'meeting-composition-noted'>, 'meetingId'> | null;
  readonly voice: Of<'voice-recorded'>['groups'] | null;
};

export type MeetingView = MeetingSummary & MeetingDetails;

/** What a list leaves out. */
export const DETAILS: readonly (keyof MeetingDetails)[] = [
  'agenda',
  'items',
  'place',
  'plannedPlace',
  'postponements',
  'cancellation',
  'sheet',
  'composition',
  'voice',
];
