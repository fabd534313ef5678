import { differences, type Difference, type SealedText, type Speaker } from '@benkan/kernel';

/** Roles of the platform, as a paper sheet may name the one who acted. */
export type Role =
  | 'secretary'
  | 'president'
  | 'focal-point'
  | 'supervisor'
  | 'trainer'
  | 'national'
  | 'security-focal-point'
  | 'protection-officer'
  | 'auditor'
  | 'donor'
  | 'operator'
  | 'importer'
  | 'system';

/** Who stands behind a step: the caller, or the role a paper sheet names. */
export type Party = { readonly actor: string; readonly onBehalfOf: Role | null };

/** A claim or a verification: the day, the evidence, who stands behind it. */
export type Step = { readonly on: string; readonly evidence: SealedText; readonly by: Party };

/** A step as it is said, before its speaker is known to be allowed. */
export type SaidStep = {
  readonly recommendationId: string;
  /** YYYY-MM-DD in Africa/Bamako. */
  readonly on: string;
  readonly evidence: SealedText;
  readonly onBehalfOf: Role | null;
};

// only these transcribe paper that others signed
const transcribers: readonly string[] = ['importer', 'system'];

/** Whether somebody speaks for another without transcribing paper. */
export const speaksUnduly = ({ role }: Speaker, onBehalfOf: Role | null): boolean =>
  onBehalfOf !== null && !transcribers.includes(role);

/** One clerk may transcribe both steps of a sheet: the named roles are compared first, the callers otherwise. */
export const sameParty = (one: Party, other: Party): boolean =>
  one.onBehalfOf !== null && other.onBehalfOf !== null
    ? one.onBehalfOf === other.onBehalfOf
    : one.actor === other.actor;

const valuesOf = ({ on, evidence, onBehalfOf }: Omit<SaidStep, 'recommendationId'>) => ({
  on,
  evidence,
  onBehalfOf,
});

/** In what a repeated step differs; who repeats it does not matter. */
export const stepDifferences = ({ on, evidence, by }: Step, said: SaidStep): readonly Difference[] =>
  differences(valuesOf({ on, evidence, onBehalfOf: by.onBehalfOf }), valuesOf(said));
