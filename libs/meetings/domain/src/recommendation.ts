import type { Fact, Fold, SealedText } from '@benkan/kernel';
import type { Step } from './step';

export type RecommendationTheme =
  | 'ECLAIRAGE_PUBLIC'
  | 'PATROUILLES'
  | 'VOIRIE_OCCUPATION'
  | 'STUPEFIANTS_JEUNES'
  | 'INFORMATION_COMMUNAUTAIRE'
  | 'ACCUEIL_DES_FEMMES'
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
type Of<Data> = Data & { readonly recommendationId: string };

export type RecommendationIssued = Fact<'recommendation-issued', Issued>;
export type RecommendationProgressReported = Fact<'recommendation-progress-reported', Of<Progress>>;
export type ImplementationClaimed = Fact<'implementation-claimed', Of<Step>>;
export type ImplementationVerified = Fact<'implementation-verified', Of<Step>>;
export type RecommendationFact =
  RecommendationIssued | RecommendationProgressReported | ImplementationClaimed | ImplementationVerified;

type Followed = { readonly issued: Issued; readonly reports: readonly Progress[] };

export type Recommendation =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'issued' } & Followed)
  | ({ readonly status: 'claimed'; readonly claim: Step } & Followed)
  | ({ readonly status: 'verified'; readonly claim: Step; readonly verification: Step } & Followed);

const progressOf = ({ on, note }: Progress): Progress => ({ on, note });
const stepOf = ({ on, evidence, by }: Step): Step => ({ on, evidence, by });

const reported = (state: Recommendation, progress: Progress): Recommendation =>
  state.status === 'unknown' ? state : { ...state, reports: [...state.reports, progressOf(progress)] };

const claimed = (state: Recommendation, claim: Step): Recommendation =>
  state.status === 'issued' ? { ...state, status: 'claimed', claim: stepOf(claim) } : state;

const verified = (state: Recommendation, verification: Step): Recommendation =>
  state.status === 'claimed' ? { ...state, status: 'verified', verification: stepOf(verification) } : state;

const evolve = (state: Recommendation, fact: RecommendationFact): Recommendation => {
  switch (fact.type) {
    case 'recommendation-issued':
      return { status: 'issued', issued: fact.data, reports: [] };
    case 'recommendation-progress-reported':
      return reported(state, fact.data);
    case 'implementation-claimed':
      return claimed(state, fact.data);
    case 'implementation-verified':
      return verified(state, fact.data);
  }
};

/** A recommendation of a held meeting, from its issue to the verification of what was done. */
export const recommendation: Fold<Recommendation, RecommendationFact> = {
  initial: { status: 'unknown' },
  evolve,
};
