import type { SealedText } from '@benkan/kernel';

/** A day in Africa/Bamako, YYYY-MM-DD. */
export type Day = string;
export type Sex = 'F' | 'M' | 'NR';
export type AgeBand = 'UNDER_15' | '15-17' | '18-24' | '25-29' | '30-35' | '36-40' | '41-59' | '60+' | 'NR';

/** A place: its name stays in the vault. */
export type Unit = {
  readonly kind: 'unit';
  readonly unitId: string;
  readonly unitType: string;
  readonly parentId: string | null;
  readonly name: SealedText;
  readonly codes: readonly { readonly system: string; readonly edition: string; readonly code: string }[];
};

export type Frequency = 'MONTHLY' | 'QUARTERLY' | 'UNKNOWN';

export type Committee = {
  readonly kind: 'committee';
  readonly committeeId: string;
  readonly unitId: string;
  readonly level: 'REGION' | 'COMMUNE';
  /** As said at the establishment: it holds until a rule was adopted. */
  readonly frequency: Frequency;
  /** In the order of their days; each holds until the next. */
  readonly rules: readonly { readonly since: Day; readonly frequency: Frequency }[];
  readonly installedOn: Day | null;
};

export type Participant = {
  readonly kind: 'participant';
  readonly participantId: string;
  readonly unitId: string;
  readonly sex: Sex;
  readonly ageBand: AgeBand;
  readonly structureKind: string;
  readonly corps: string | null;
  /** The record of the same person that counts in place of this one. */
  readonly mergedInto?: string;
};

export type Training = {
  readonly kind: 'training';
  readonly trainingId: string;
  readonly unitId: string;
  readonly days: readonly Day[];
  readonly themes: readonly string[];
};

export type TrainingAttendance = {
  readonly kind: 'training-attendance';
  readonly trainingId: string;
  readonly participantId: string;
  readonly day: Day;
  readonly status: 'PRESENT' | 'ABSENT';
};

/** Scores out of `max`; null is a paper not handed in. */
export type TestResults = {
  readonly kind: 'test-results';
  readonly trainingId: string;
  readonly participantId: string;
  readonly pre: number | null;
  readonly post: number | null;
  readonly max: number;
};

export type Meeting = {
  readonly kind: 'meeting';
  readonly meetingId: string;
  readonly committeeId: string;
  readonly unitId: string;
  readonly meetingKind: 'STATUTORY' | 'EXTRAORDINARY' | 'EXTENDED';
  readonly plannedOn: Day;
  readonly heldOn: Day | null;
};

/** Attendance of a meeting as counts: nobody in it can be told apart. */
export type Tally = {
  readonly kind: 'tally';
  readonly meetingId: string;
  readonly women: number;
  readonly men: number;
  readonly notReported: number;
  readonly youth: number;
  readonly isf: number;
  readonly members: number;
};

export type MeetingAttendance = {
  readonly kind: 'meeting-attendance';
  readonly meetingId: string;
  readonly participantId: string;
  readonly quality: string;
  readonly status: 'PRESENT' | 'EXCUSED' | 'ABSENT' | 'REPRESENTED';
};

export type RecommendationStep = {
  readonly status: 'IN_PROGRESS' | 'IMPLEMENTATION_CLAIMED' | 'IMPLEMENTATION_VERIFIED';
  readonly on: Day;
};

export type Recommendation = {
  readonly kind: 'recommendation';
  readonly recommendationId: string;
  readonly meetingId: string;
  readonly committeeId: string;
  readonly unitId: string;
  readonly theme: string;
  readonly issuedOn: Day;
  readonly dueOn: Day | null;
  readonly verifiedOn: Day | null;
  /** In the order they were recorded. */
  readonly steps: readonly RecommendationStep[];
};

/** What was true at the moment the answer speaks of, one row a thing. */
export type AnalyticsFact =
  | Unit
  | Committee
  | Participant
  | Training
  | TrainingAttendance
  | TestResults
  | Meeting
  | Tally
  | MeetingAttendance
  | Recommendation;

export type FactKind = AnalyticsFact['kind'];
