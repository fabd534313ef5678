import { actorMap, type ActorRow } from './kinds/actor-map';
import { committees, type CommitteeRow } from './kinds/committees';
import { meetingAttendance, type MeetingHead, type MeetingRow } from './kinds/meeting-attendance';
import { meetingTallies, type ListHead, type TallyRow } from './kinds/meeting-tallies';
import { participants, type ParticipantRow, type ParticipantsHead } from './kinds/participants';
import { recommendations, type RecommendationRow } from './kinds/recommendations';
import { trainingAttendance, type TrainingHead, type TrainingRow } from './kinds/training-attendance';
import { recogniseTable } from './recognise-table';
import type { Recognition } from './recognition';
import type { Sheet } from './sheet';
import type { KindSpec } from './table/kind-spec';

type Shapes = {
  readonly 'training-attendance': { readonly head: TrainingHead; readonly values: TrainingRow };
  readonly 'meeting-attendance': { readonly head: MeetingHead; readonly values: MeetingRow };
  readonly 'meeting-tallies': { readonly head: ListHead; readonly values: TallyRow };
  readonly recommendations: { readonly head: ListHead; readonly values: RecommendationRow };
  readonly committees: { readonly head: ListHead; readonly values: CommitteeRow };
  readonly participants: { readonly head: ParticipantsHead; readonly values: ParticipantRow };
  readonly 'actor-map': { readonly head: ListHead; readonly values: ActorRow };
};

export type ImportKind = keyof Shapes;
export type HeadOf<K extends ImportKind> = Shapes[K]['head'];
export type ValuesOf<K extends ImportKind> = Shapes[K]['values'];

type Kinds = { readonly [K in ImportKind]: KindSpec<HeadOf<K>, ValuesOf<K>> };

const kinds: Kinds = {
  'training-attendance': trainingAttendance,
  'meeting-attendance': meetingAttendance,
  'meeting-tallies': meetingTallies,
  recommendations,
  committees,
  participants,
  'actor-map': actorMap,
};

export const IMPORT_KINDS = Object.keys(kinds) as readonly ImportKind[];

/**
 * Turns the sheets of a file into typed drafts, one a line, or refuses the file with a code of `hints`.
 * Pure and total: what cannot be read is a refused row with every reason, never a guess.
 */
export const recognise = <K extends ImportKind>(
  kind: K,
  sheets: readonly Sheet[],
): Recognition<HeadOf<K>, ValuesOf<K>> => recogniseTable<HeadOf<K>, ValuesOf<K>>(kinds[kind], sheets);
