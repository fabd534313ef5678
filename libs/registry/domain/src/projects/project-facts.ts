import type { Fact, SealedText } from '@benkan/kernel';

export type Donor =
  'EUCAP_SAHEL_MALI' | 'UNDP' | 'DCAF' | 'PBF' | 'NL_EMBASSY' | 'UN_WOMEN' | 'STATE' | 'OTHER';
export type PolicyMarker =
  | 'GENDER_EQUALITY'
  | 'ENVIRONMENT'
  | 'PARTICIPATORY_GOVERNANCE'
  | 'CLIMATE_ADAPTATION'
  | 'DISASTER_RISK_REDUCTION'
  | 'DISABILITY';
export type SupportKind = 'COMMITTEE' | 'UNIT';
/** A number, or a share kept as its two numbers. */
export type TargetFigure =
  | { readonly kind: 'COUNT'; readonly count: number }
  | { readonly kind: 'SHARE'; readonly numerator: number; readonly denominator: number };

type Of<Data> = Data & { readonly projectId: string };

/** Days are inclusive. */
export type Framing = {
  readonly from: string;
  readonly to: string;
  readonly purposeCodes: string[];
  /** Significance: 0 not targeted, 1 significant, 2 principal. */
  readonly markers: { marker: PolicyMarker; significance: number }[];
};

export type Opened = Of<
  Framing & {
    readonly title: SealedText;
    readonly donor: Donor;
    readonly donorOther: SealedText | null;
    readonly implementer: SealedText | null;
  }
>;
export type RevisedFraming = Of<Framing & { readonly reason: SealedText }>;
export type Begun = Of<{ readonly kind: SupportKind; readonly supportedId: string; readonly since: string }>;
export type Ended = Of<{ readonly supportedId: string; readonly endedOn: string }>;
export type Aimed = Of<{
  readonly targetId: string;
  readonly indicator: string;
  readonly sex: 'F' | 'M' | 'NR' | null;
  readonly from: string;
  readonly to: string;
  readonly baseline: TargetFigure | null;
  readonly target: TargetFigure;
  readonly reason: SealedText | null;
}>;
export type Withdrawn = Of<{ readonly targetId: string; readonly reason: SealedText }>;
export type Closed = Of<{ readonly closedOn: string; readonly reason: SealedText }>;

export type ProjectOpened = Fact<'project-opened', Opened>;
export type ProjectRevised = Fact<'project-revised', RevisedFraming>;
export type SupportBegun = Fact<'support-begun', Begun>;
export type SupportEnded = Fact<'support-ended', Ended>;
export type TargetSet = Fact<'target-set', Aimed>;
export type TargetWithdrawn = Fact<'target-withdrawn', Withdrawn>;
export type ProjectClosed = Fact<'project-closed', Closed>;
export type ProjectFact =
  ProjectOpened | ProjectRevised | SupportBegun | SupportEnded | TargetSet | TargetWithdrawn | ProjectClosed;
