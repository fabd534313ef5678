import type { ImportKind } from '@benkan/imports-domain';
import { actorMap } from './actor-map';
import { committees } from './committees';
import type { Kind } from './kind';
import { meetingAttendance } from './meeting-attendance';
import { meetingTallies } from './meeting-tallies';
import { participants } from './participants';
import { recommendations } from './recommendations';
import { trainingAttendance } from './training-attendance';

export const kinds: { readonly [K in ImportKind]: Kind<K> } = {
  'training-attendance': trainingAttendance,
  'meeting-attendance': meetingAttendance,
  'meeting-tallies': meetingTallies,
  recommendations,
  committees,
  participants,
  'actor-map': actorMap,
};
