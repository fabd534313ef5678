import type { Fact, Fold, SealedText } from '@benkan/kernel';

export type ActivityKind =
  | 'SANITATION_DAY'
  | 'AWARENESS_BROADCAST'
  | 'LIGHTING'
  | 'ROAD_SECURING'
  | 'SPORT'
  | 'HELP_TO_DETAINEES'
  | 'TRAINING_TALK'
  | 'OTHER';
export type Corps = 'POLICE' | 'GENDARMERIE' | 'GARDE_NATIONALE' | 'PROTECTION_CIVILE' | 'FORCES_ARMEES';
/** Who took part, as counts; the groups overlap. */
export type ActivityTally = {
  readonly women: number;
  readonly men: number;
  readonly notReported: number;
  readonly youth: number;
  readonly youngWomen: number;
  readonly isf: number;
  readonly members: number;
};
/** What is told of a community activity. */
export type ActivityTold = {
  readonly activityId: string;
  /** Where the committee was when it was recorded. */
  readonly unitId: string;
  readonly committeeId: string;
  readonly kind: ActivityKind;
  readonly days: string[];
  readonly jointWith: Corps[];
  readonly tally: ActivityTally | null;
  /** What it was, where the kind is OTHER. */
  readonly otherKind: SealedText | null;
  readonly place: SealedText | null;
};
type Because<Data> = Data & { readonly reason: SealedText };

export type ActivityRecorded = Fact<'activity-recorded', ActivityTold>;
export type ActivityCorrected = Fact<'activity-corrected', Because<ActivityTold>>;
export type ActivityWithdrawn = Fact<'activity-withdrawn', Because<{ readonly activityId: string }>>;
export type ActivityFact = ActivityRecorded | ActivityCorrected | ActivityWithdrawn;

export type Activity =
  { readonly status: 'unknown' } | { readonly status: 'recorded' | 'withdrawn'; readonly told: ActivityTold };

const evolve = (state: Activity, fact: ActivityFact): Activity => {
  if (fact.type === 'activity-recorded') return { status: 'recorded', told: fact.data };
  if (state.status === 'unknown') return state;
  if (fact.type === 'activity-withdrawn') return { ...state, status: 'withdrawn' };
  const { reason: _, ...told } = fact.data;
  return { ...state, told };
};

/** An activity of a committee in its community; no meeting, and counted apart from them. */
export const activity: Fold<Activity, ActivityFact> = { initial: { status: 'unknown' }, evolve };
