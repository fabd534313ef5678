import type { Fact, SealedText } from '@benkan/kernel';
import type { AgendaItem } from './agenda';
import type { Composition } from './composition';
import type { VoiceGroup } from './voice';

export type MeetingKind = 'STATUTORY' | 'EXTRAORDINARY' | 'EXTENDED';
export type PresidingCapacity =
  'MAIRE' | 'PRESIDENT_DELEGATION_SPECIALE' | 'CARETAKER' | 'INTERIM' | 'GOUVERNEUR' | 'NOT_REPORTED';
export type Line = {
  readonly participantId: string;
  readonly quality: 'MEMBER' | 'ALTERNATE' | 'GUEST' | 'OBSERVER' | 'FACILITATOR';
  readonly status: 'PRESENT' | 'EXCUSED' | 'ABSENT' | 'REPRESENTED';
  /** Who sat for a person represented, where the sheet says. */
  readonly representedBy?: string | null | undefined;
};
/** A line as the history keeps it. */
export type WrittenLine = Pick<Line, 'participantId' | 'quality' | 'status'>;
export type TallyCounts = {
  readonly women: number;
  readonly men: number;
  readonly notReported: number;
  readonly youth: number;
  readonly isf: number;
  readonly members: number;
};

export type Convened = {
  readonly meetingId: string;
  readonly committeeId: string;
  readonly unitId: string;
  readonly level: 'REGION' | 'COMMUNE';
  readonly installedOn: string | null;
  readonly meetingKind: MeetingKind;
  readonly plannedOn: string;
  readonly agenda: SealedText[];
};
export type Held = {
  readonly meetingId: string;
  readonly heldOn: string;
  readonly presidingCapacity: PresidingCapacity;
  readonly place: SealedText | null;
};

export type MeetingConvened = Fact<'meeting-convened', Convened>;
export type MeetingHeld = Fact<'meeting-held', Held>;
export type AttendanceRecorded = Fact<'attendance-recorded', WrittenLine & { readonly meetingId: string }>;
export type AttendanceCorrected = Fact<
  'attendance-corrected',
  WrittenLine & { readonly meetingId: string; readonly reason: SealedText }
>;
export type AttendanceTallied = Fact<'attendance-tallied', TallyCounts & { readonly meetingId: string }>;
type Of<Data> = Data & { readonly meetingId: string };

export type CancellationCause =
  | 'INSECURITY'
  | 'PRESIDENCY_UNAVAILABLE'
  | 'MEMBERS_UNAVAILABLE'
  | 'DECISION_OF_AUTHORITY'
  | 'LACK_OF_MEANS'
  | 'HOLIDAY_OR_MOURNING'
  | 'CONVENED_IN_ERROR'
  | 'OTHER';
export type Postponed = { readonly plannedOn: string; readonly reason: SealedText };
export type Cancelled = { readonly cause: CancellationCause; readonly reason: SealedText | null };

export type MeetingPlacePlanned = Fact<'meeting-place-planned', Of<{ readonly place: SealedText }>>;
export type MeetingPostponed = Fact<'meeting-postponed', Of<Postponed>>;
export type MeetingCancelled = Fact<'meeting-cancelled', Of<Cancelled>>;
export type MeetingCompositionNoted = Fact<'meeting-composition-noted', Of<Composition>>;
export type AttendanceRepresented = Fact<
  'attendance-represented',
  Of<{ readonly participantId: string; readonly representedBy: string }>
>;
export type AttendanceSheetClosed = Fact<'attendance-sheet-closed', { readonly meetingId: string }>;
export type YoungWomenTallied = Fact<'young-women-tallied', Of<{ readonly youngWomen: number }>>;
export type VoiceRecorded = Fact<'voice-recorded', Of<{ readonly groups: VoiceGroup[] }>>;
export type AgendaSet = Fact<'agenda-set', Of<{ readonly items: AgendaItem[] }>>;

export type MeetingFact =
  | MeetingConvened
  | MeetingPlacePlanned
  | MeetingPostponed
  | MeetingCancelled
  | MeetingHeld
  | MeetingCompositionNoted
  | AttendanceRecorded
  | AttendanceCorrected
  | AttendanceRepresented
  | AttendanceTallied
  | YoungWomenTallied
  | AttendanceSheetClosed
  | VoiceRecorded
  | AgendaSet;
