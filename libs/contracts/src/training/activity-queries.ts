import { z } from 'zod';
import { defineQuery } from '../contract';
import { pageOf, pageRequest } from '../paging';
import { day, id } from '../primitives';
import { activity, ACTIVITY_KINDS } from './shapes';

const shown = z.strictObject({
  id: id(),
  status: z.enum(['RECORDED', 'WITHDRAWN']),
  unitId: id(),
  ...activity,
  otherKind: z.string().nullable(),
  place: z.string().nullable(),
  revision: z.string(),
});

export const listActivities = defineQuery({
  name: 'training.list-activities',
  summary: 'Community activities, newest first; those withdrawn are left out',
  request: z.strictObject({
    ...pageRequest,
    committeeId: id().optional(),
    kind: z.enum(ACTIVITY_KINDS).optional(),
    from: day().optional(),
    to: day().optional(),
    territory: id().optional(),
  }),
  response: pageOf(shown),
});

export const getActivity = defineQuery({
  name: 'training.get-activity',
  summary: 'One community activity',
  request: z.strictObject({ activityId: id() }),
  response: shown,
});

export const activityQueries = [listActivities, getActivity] as const;
