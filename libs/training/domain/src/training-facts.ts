import type { Fact, SealedText } from '@benkan/kernel';

export type TrainingTheme =
  | 'GOUVERNANCE_PARTICIPATIVE'
  | 'EVALUATION_SECURITAIRE'
  | 'FORMULATION_RECOMMANDATIONS'
  | 'POLICE_PROXIMITE'
  | 'MANDATS_ROLES'
  | 'RSS'
  | 'AUTRE';

export type Planned = {
  readonly trainingId: string;
  readonly unitId: string;
  /** YYYY-MM-DD, each once, ascending. */
  readonly days: string[];
  readonly themes: TrainingTheme[];
  readonly group: number | null;
  readonly title: SealedText | null;
};
/** Whether a participant signed on a day. */
export type Signature = {
  readonly participantId: string;
  readonly day: string;
  readonly status: 'PRESENT' | 'ABSENT';
};
/** Paired scores out of `max`; null is a paper not handed in. */
export type Results = {
  readonly participantId: string;
  readonly pre: number | null;
  readonly post: number | null;
  readonly max: number;
};
/** The sections of terms of reference; null where nothing was written. */
export type TermsOfReference = Readonly<
  Record<
    | 'context'
    | 'objectives'
    | 'expectedResults'
    | 'methodology'
    | 'participants'
    | 'datesAndPlace'
    | 'budget'
    | 'agenda',
    SealedText | null
  >
>;
export type Session = { readonly day: string; readonly part: 'WHOLE_DAY' | 'MORNING' | 'AFTERNOON' };
export type Facilitator = {
  readonly facilitatorId: string;
  readonly name: SealedText;
  readonly organisation: SealedText | null;
};
/** The days a participant signed, and those they did not. */
export type SheetLine = {
  readonly participantId: string;
  readonly present: string[];
  readonly absent: string[];
};
export type Question =
  | 'OVERALL'
  | 'OBJECTIVES'
  | 'CONTENT'
  | 'METHODS'
  | 'FACILITATION'
  | 'MATERIALS'
  | 'LOGISTICS'
  | 'USEFULNESS';
/** Answers counted for each level of the scale, from the least to the most satisfied. */
export type Satisfaction = {
  readonly scale: 4 | 5;
  readonly questions: { question: Question; counts: number[] }[];
};
/** What a person writes of the report; null where nothing was written. */
export type ReportTexts = Readonly<
  Record<
    'context' | 'generalObjective' | 'specificObjectives' | 'course' | 'recommendations' | 'annexes',
    SealedText | null
  >
>;
/** `fingerprint`: SHA-256 of the document, hex. */
export type Filed = { readonly filedOn: string; readonly fingerprint: string };
export type Certificate = { readonly participantId: string; readonly code: string };

type Of<Data> = Data & { readonly trainingId: string };
type Because<Data> = Of<Data> & { readonly reason: SealedText };
type None = Readonly<Record<never, never>>;

export type TrainingPlanned = Fact<'training-planned', Planned>;
export type TrainingAttendanceRecorded = Fact<'training-attendance-recorded', Of<Signature>>;
export type TrainingAttendanceCorrected = Fact<'training-attendance-corrected', Because<Signature>>;
export type TestResultsRecorded = Fact<'test-results-recorded', Of<Results>>;
export type TestResultsCorrected = Fact<'test-results-corrected', Because<Results>>;
export type TermsOfReferenceSet = Fact<'terms-of-reference-set', Of<TermsOfReference>>;
export type TrainingSessionOpened = Fact<'training-session-opened', Of<Session>>;
export type TrainingPostponed = Fact<'training-postponed', Because<{ readonly days: string[] }>>;
export type TrainingCancelled = Fact<'training-cancelled', Because<None>>;
export type FacilitatorNamed = Fact<'facilitator-named', Of<Facilitator>>;
export type FacilitatorWithdrawn = Fact<'facilitator-withdrawn', Because<{ readonly facilitatorId: string }>>;
export type TrainingSheetRecorded = Fact<'training-sheet-recorded', Of<{ readonly lines: SheetLine[] }>>;
export type SatisfactionRecorded = Fact<'satisfaction-recorded', Of<Satisfaction>>;
export type SatisfactionCorrected = Fact<'satisfaction-corrected', Because<Satisfaction>>;
export type TrainingClosed = Fact<'training-closed', Of<{ readonly certificateDays: number }>>;
export type TrainingReportWritten = Fact<'training-report-written', Of<ReportTexts>>;
export type TrainingReportFiled = Fact<
  'training-report-filed',
  Of<Filed & { readonly reason: SealedText | null }>
>;
export type CertificatesIssued = Fact<'certificates-issued', Of<{ readonly certificates: Certificate[] }>>;
export type CertificateWithdrawn = Fact<'certificate-withdrawn', Because<Certificate>>;

export type TrainingFact =
  | TrainingPlanned
  | TrainingAttendanceRecorded
  | TrainingAttendanceCorrected
  | TestResultsRecorded
  | TestResultsCorrected
  | TermsOfReferenceSet
  | TrainingSessionOpened
  | TrainingPostponed
  | TrainingCancelled
  | FacilitatorNamed
  | FacilitatorWithdrawn
  | TrainingSheetRecorded
  | SatisfactionRecorded
  | SatisfactionCorrected
  | TrainingClosed
  | TrainingReportWritten
  | TrainingReportFiled
  | CertificatesIssued
  | CertificateWithdrawn;
