import type { Projection } from '@benkan/projections';
import { ofTraining, type TrainingEvent } from '../training-event';

type Told = Omit<Extract<TrainingEvent, { type: 'activity-recorded' }>['data'], 'activityId'>;

/** A community activity; its texts stay in the vault. */
export type ActivityView = Told & {
  readonly id: string;
  readonly status: 'RECORDED' | 'WITHDRAWN';
  /** The day it is listed by: its first. */
  readonly day: string;
  readonly revision: string;
};

const evolve = (view: ActivityView | undefined, event: TrainingEvent): ActivityView | undefined => {
  const revision = String(event.revision);
  if (event.type === 'activity-withdrawn') return view && { ...view, status: 'WITHDRAWN', revision };
  if (event.type !== 'activity-recorded' && event.type !== 'activity-corrected') return view;
  const { activityId: id, unitId, committeeId, kind, days, jointWith, tally, otherKind, place } = event.data;
  const told = { unitId, committeeId, kind, days, jointWith, tally, otherKind, place };
  return { id, status: 'RECORDED', ...told, day: days[0] ?? '', revision };
};

/** One document a community activity. */
export const activitiesProjection: Projection<ActivityView> = ofTraining({
  name: 'activities',
  version: 1,
  keys: ({ data }) => ('activityId' in data ? [data.activityId] : []),
  evolve,
});
