import type { Fact, SealedText } from '@benkan/kernel';
import type { SeatCategory } from '../committees/seat';

export type ActorKind = 'ORGANISATION' | 'ROLE' | 'PERSON';
export type DataClass = 'INTERNAL' | 'RESTRICTED';
export type SourceReliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
export type ExcludedGroup =
  'WOMEN' | 'YOUTH' | 'DISPLACED' | 'PERSONS_WITH_DISABILITIES' | 'HERDERS' | 'TRADERS' | 'OTHER';
export type InclusionOutcome = 'NOT_YET' | 'SEATED' | 'ATTENDING' | 'NO_LONGER_EXCLUDED';
export type LookPurpose = 'DATA_CORRECTION' | 'SUBJECT_REQUEST' | 'SAFEGUARDING' | 'CONTACT' | 'VERIFICATION';

type OfMap<Data> = Data & { readonly actorMapId: string };
type OfActor<Data> = OfMap<Data & { readonly actorId: string }>;
type OfExclusion<Data> = OfMap<Data & { readonly exclusionId: string }>;
/** A fact that is of a day (YYYY-MM-DD in Africa/Bamako). */
type On = { readonly on: string };
/** The earlier map it was taken over from; null where it was said on this one. */
type Carried = { readonly carriedFrom: string | null };

/** What an actor is. Stance, ethnicity and belief have no field. */
export type ActorTraits = {
  readonly name: SealedText;
  readonly kind: ActorKind;
  readonly category: SeatCategory;
  /** From 1 to 5. */
  readonly influence: number;
  readonly interest: number;
  readonly seatOnCommittee: boolean | null;
  readonly dataClass: DataClass;
  /** The last day the name may be read. */
  readonly expiresOn: string | null;
  readonly sourceReliability: SourceReliability | null;
};

export type Started = OfMap<{
  readonly unitId: string;
  readonly version: number;
  readonly mappedOn: string;
  readonly basedOn: string | null;
}>;
export type Added = OfActor<ActorTraits & On & Carried>;
export type RevisedActor = OfActor<ActorTraits & On & { readonly reason: SealedText }>;
export type Removed = OfActor<On & { readonly reason: SealedText }>;
export type Flagged = OfExclusion<
  On &
    Carried & {
      readonly group: ExcludedGroup;
      readonly otherGroup: SealedText | null;
      readonly actorId: string | null;
    }
>;
export type Proposed = OfExclusion<On & Carried & { readonly strategyId: string; readonly text: SealedText }>;
export type Reviewed = OfExclusion<{
  readonly reviewedOn: string;
  readonly outcome: InclusionOutcome;
  readonly note: SealedText | null;
}>;

export type ActorMappingStarted = Fact<'actor-mapping-started', Started>;
export type ActorAdded = Fact<'actor-added', Added>;
export type ActorRevised = Fact<'actor-revised', RevisedActor>;
export type ActorRemoved = Fact<'actor-removed', Removed>;
export type RestrictedActorRevealed = Fact<
  'restricted-actor-revealed',
  OfActor<{ readonly purpose: LookPurpose; readonly to: string }>
>;
export type ActorNameExpired = Fact<'actor-name-expired', OfActor<On>>;
export type ExcludedGroupFlagged = Fact<'excluded-group-flagged', Flagged>;
export type InclusionStrategyProposed = Fact<'inclusion-strategy-proposed', Proposed>;
export type InclusionReviewed = Fact<'inclusion-reviewed', Reviewed>;
export type ActorMapPublished = Fact<'actor-map-published', OfMap<On>>;
export type ActorMapSuperseded = Fact<'actor-map-superseded', OfMap<On & { readonly by: string }>>;
export type ActorMapArchived = Fact<'actor-map-archived', OfMap<On & { readonly reason: SealedText }>>;

export type ActorMapFact =
  | ActorMappingStarted
  | ActorAdded
  | ActorRevised
  | ActorRemoved
  | RestrictedActorRevealed
  | ActorNameExpired
  | ExcludedGroupFlagged
  | InclusionStrategyProposed
  | InclusionReviewed
  | ActorMapPublished
  | ActorMapSuperseded
  | ActorMapArchived;
