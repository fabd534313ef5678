import type { Fact, SealedText } from '@benkan/kernel';
import type { UnitType, Validity } from './unit-version';

/** A code of one edition of one code system; the systems disagree, a unit may lack a code in any of them. */
export type PlaceCode = {
  readonly system: 'ISO_3166_2' | 'HDX_COD' | 'LOI_2023_006' | 'LOI_2023_007' | 'TEST';
  readonly edition: string;
  readonly code: string;
};
export type DatedCode = PlaceCode & Validity;

export type RegisteredUnit = {
  readonly unitId: string;
  readonly unitType: UnitType;
  readonly parentId: string | null;
  readonly name: SealedText;
  readonly codes: PlaceCode[];
  readonly validFrom: string | null;
};

/** What of a registration nobody printed: it was concluded from other sources. */
export type InferredPart = 'PARENT' | 'CODES';

/** The day a change takes effect, and the act that says so where it is known. */
type Dated = {
  readonly unitId: string;
  readonly effectiveOn: string;
  readonly legalAct: SealedText | null;
};

export type RenamedUnit = Dated & { readonly name: SealedText };
export type ReclassifiedUnit = Dated & { readonly unitType: UnitType };
export type MovedUnit = Dated & { readonly parentId: string };
/** A unit that is among what it was split into goes on, smaller. */
export type DividedUnit = Dated & { readonly into: string[] };
export type MergedUnit = Dated & { readonly into: string };
export type RetiredUnit = Dated;

export type UnitRegistered = Fact<'unit-registered', RegisteredUnit>;
export type UnitDescended = Fact<
  'unit-descended',
  { readonly unitId: string; readonly predecessors: string[] }
>;
export type UnitInferred = Fact<'unit-inferred', { readonly unitId: string; readonly parts: InferredPart[] }>;
export type CodeAssigned = Fact<'code-assigned', DatedCode & { readonly unitId: string }>;
export type UnitRenamed = Fact<'unit-renamed', RenamedUnit>;
export type UnitReclassified = Fact<'unit-reclassified', ReclassifiedUnit>;
export type UnitMoved = Fact<'unit-moved', MovedUnit>;
export type UnitSplit = Fact<'unit-split', DividedUnit>;
export type UnitMerged = Fact<'unit-merged', MergedUnit>;
export type UnitRetired = Fact<'unit-retired', RetiredUnit>;

/** What happens to a unit on a day. */
export type UnitChange = UnitRenamed | UnitReclassified | UnitMoved | UnitSplit | UnitMerged | UnitRetired;
export type UnitFact = UnitRegistered | UnitDescended | UnitInferred | CodeAssigned | UnitChange;
