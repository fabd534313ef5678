import type { Fact, SealedText } from '@benkan/kernel';
import type { Step } from './step';

export type RecommendationTheme =
  | 'ECLAIRAGE_PUBLIC'
  | 'PATROUILLES'
  | 'VOIRIE_OCCUPATION'
  | 'STUPEFIANTS_JEUNES'
  | 'INFORMATION_COMMUNAUTAIRE'
  | 'ACCUEIL_DES_FEMMES'
  | 'AUTRE';
export type Corps = 'POLICE' | 'GENDARMERIE' | 'GARDE_NATIONALE' | 'PROTECTION_CIVILE' | 'FORCES_ARMEES';
/** Whose seat proposed it: a category, never a person. */
export type ProposerCategory =
  | Corps
  | 'EXECUTIF_COMMUNAL'
  | 'REPRESENTANT_ETAT'
  | 'JUSTICE'
  | 'LEGITIMITE_TRADITIONNELLE'
  | 'LEADER_RELIGIEUX'
  | 'ORG_FEMMES'
  | 'ORG_JEUNES'
  | 'SOCIETE_CIVILE'
  | 'ONG'
  | 'CHASSEURS'
  | 'SERVICE_TECHNIQUE'
  | 'SECTEUR_PRIVE_TRANSPORT_COMMERCE'
  | 'MEDIAS'
  | 'SECURITE_PRIVEE'
  | 'AUTRE';
export type Addressee = {
  readonly type: 'EXECUTIF_LOCAL' | 'ACTEUR_SECURITE' | 'AUTRE';
  readonly name: SealedText;
};
export type Progress = { readonly on: string; readonly note: SealedText | null };

/** What a meeting recommends, to whom, by when. */
export type Issue = {
  readonly meetingId: string;
  readonly theme: RecommendationTheme;
  readonly text: SealedText;
  readonly number: SealedText | null;
  readonly addressees: Addressee[];
  readonly otherAddresseeReason: SealedText | null;
  readonly dueOn: string | null;
};
export type Issued = Issue & {
  readonly recommendationId: string;
  readonly committeeId: string;
  readonly unitId: string;
  readonly issuedOn: string;
};
/** Who answers for it, whose seat proposed it, and the corps of the addressees that are one. */
export type Details = {
  readonly responsible: SealedText | null;
  readonly proposerCategory: ProposerCategory | null;
  readonly corps: { readonly addressee: number; readonly corps: Corps }[];
};

/** Addressees are counted from 1 in the order of the issue; days are YYYY-MM-DD in Africa/Bamako. */
export type Sending = {
  readonly addressee: number;
  readonly on: string;
  readonly channel: 'LETTER' | 'HAND_DELIVERED' | 'EMAIL' | 'PHONE' | 'AT_A_MEETING';
};
export type Acknowledgement = {
  readonly addressee: number;
  readonly on: string;
  readonly corps: Corps | null;
};
export type Answer = Acknowledgement & {
  readonly answer: 'ACCEPTED' | 'PARTLY' | 'DECLINED' | 'INFORMATION';
  readonly text: SealedText;
};
export type Measure = { readonly on: string; readonly percent: number };
/** Why it ended, or was opened again. */
export type Reasoned = { readonly on: string; readonly reason: SealedText };
export type CarryOver = {
  readonly meetingId: string;
  readonly on: string;
  /** The new day due; null where it stays. */
  readonly dueOn: string | null;
};
export type Escalation = {
  readonly committeeId: string;
  readonly unitId: string;
  readonly on: string;
  readonly dueOn: string;
};
export type ReminderKind = 'DUE_SOON' | 'OVERDUE' | 'UNANSWERED';
export type Reminder = { readonly kind: ReminderKind; readonly dueOn: string; readonly on: string };
export type Delivery = Reminder & { readonly channel: 'LOG' | 'EMAIL' | 'SMS' };

type Of<Data> = Data & { readonly recommendationId: string };

export type RecommendationIssued = Fact<'recommendation-issued', Issued>;
export type RecommendationDetailed = Fact<'recommendation-detailed', Of<Details>>;
export type RecommendationSent = Fact<'recommendation-sent', Of<Sending>>;
export type RecommendationAcknowledged = Fact<'recommendation-acknowledged', Of<Acknowledgement>>;
export type RecommendationAnswered = Fact<'recommendation-answered', Of<Answer>>;
export type RecommendationProgressReported = Fact<'recommendation-progress-reported', Of<Progress>>;
export type ProgressMeasured = Fact<'progress-measured', Of<Measure>>;
export type ImplementationClaimed = Fact<'implementation-claimed', Of<Step>>;
export type ImplementationVerified = Fact<'implementation-verified', Of<Step>>;
export type RecommendationRejected = Fact<'recommendation-rejected', Of<Reasoned>>;
export type RecommendationAbandoned = Fact<'recommendation-abandoned', Of<Reasoned>>;
export type RecommendationReopened = Fact<'recommendation-reopened', Of<Reasoned>>;
export type RecommendationCarriedOver = Fact<'recommendation-carried-over', Of<CarryOver>>;
export type RecommendationEscalated = Fact<'recommendation-escalated', Of<Escalation>>;
export type ReminderRecorded = Fact<'reminder-recorded', Of<Reminder>>;
export type ReminderDelivered = Fact<'reminder-delivered', Of<Delivery>>;

export type RecommendationFact =
  | RecommendationIssued
  | RecommendationDetailed
  | RecommendationSent
  | RecommendationAcknowledged
  | RecommendationAnswered
  | RecommendationProgressReported
  | ProgressMeasured
  | ImplementationClaimed
  | ImplementationVerified
  | RecommendationRejected
  | RecommendationAbandoned
  | RecommendationReopened
  | RecommendationCarriedOver
  | RecommendationEscalated
  | ReminderRecorded
  | ReminderDelivered;
