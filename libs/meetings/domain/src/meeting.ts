import type { Fact, Fold, SealedText } from '@benkan/kernel';

export type MeetingKind = 'STATUTORY' | 'EXTRAORDINARY' | 'EXTENDED';
export type PresidingCapacity =
  'MAIRE' | 'PRESIDENT_DELEGATION_SPECIALE' | 'CARETAKER' | 'INTERIM' | 'GOUVERNEUR' | 'NOT_REPORTED';
export type Line = {
  readonly participantId: string;
  readonly quality: 'MEMBER' | 'ALTERNATE' | 'GUEST' | 'OBSERVER' | 'FACILITATOR';
  readonly status: 'PRESENT' | 'EXCUSED' | 'ABSENT' | 'REPRESENTED';
};
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
export type AttendanceRecorded = Fact<'attendance-recorded', Line & { readonly meetingId: string }>;
export type AttendanceCorrected = Fact<
  'attendance-corrected',
  Line & { readonly meetingId: string; readonly reason: SealedText }
>;
export type AttendanceTallied = Fact<'attendance-tallied', TallyCounts & { readonly meetingId: string }>;
export type MeetingFact =
  MeetingConvened | MeetingHeld | AttendanceRecorded | AttendanceCorrected | AttendanceTallied;

/** Who was there: nobody written yet, a line a person, or counts only. Never two of them. */
export type Sheet =
  | { readonly mode: 'none' }
  | { readonly mode: 'nominative'; readonly lines: ReadonlyMap<string, Line> }
  | { readonly mode: 'tally'; readonly counts: TallyCounts };

export type Meeting =
  | { readonly status: 'unknown' }
  | { readonly status: 'convened'; readonly convened: Convened }
  | { readonly status: 'held'; readonly convened: Convened; readonly held: Held; readonly sheet: Sheet };

const lineOf = ({ participantId, quality, status }: Line): Line => ({ participantId, quality, status });

const withLine = (sheet: Sheet, line: Line): Sheet => ({
  mode: 'nominative',
  lines: new Map(sheet.mode === 'nominative' ? sheet.lines : []).set(line.participantId, lineOf(line)),
});

const countsOf = ({ women, men, notReported, youth, isf, members }: TallyCounts): TallyCounts => ({
  women,
  men,
  notReported,
  youth,
  isf,
  members,
});

const onHeld = (state: Meeting, sheet: (sheet: Sheet) => Sheet): Meeting =>
  state.status === 'held' ? { ...state, sheet: sheet(state.sheet) } : state;

const evolve = (state: Meeting, fact: MeetingFact): Meeting => {
  switch (fact.type) {
    case 'meeting-convened':
      return { status: 'convened', convened: fact.data };
    case 'meeting-held':
      return state.status === 'convened'
        ? { status: 'held', convened: state.convened, held: fact.data, sheet: { mode: 'none' } }
        : state;
    case 'attendance-recorded':
    case 'attendance-corrected':
      return onHeld(state, (sheet) => withLine(sheet, fact.data));
    case 'attendance-tallied':
      return onHeld(state, () => ({ mode: 'tally', counts: countsOf(fact.data) }));
  }
};

/** A meeting of a committee, from convocation to attendance. */
export const meeting: Fold<Meeting, MeetingFact> = { initial: { status: 'unknown' }, evolve };
