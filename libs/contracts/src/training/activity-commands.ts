import { z } from 'zod';
import { defineCommand } from '../contract';
import { freeText, id } from '../primitives';
import { activity } from './shapes';

const activityId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c16';
const told = {
  committeeId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12',
  kind: 'SANITATION_DAY' as const,
  days: ['2024-11-30'],
  jointWith: ['POLICE' as const],
  tally: { women: 20, men: 31, notReported: 2, youth: 25, youngWomen: 11, isf: 6, members: 12 },
};

const texts = {
  /** What it was, where the kind is OTHER. */
  otherKind: freeText(200).nullable().default(null),
  place: freeText(300).nullable().default(null),
};

const refusals = [
  'days-repeat',
  'day-is-in-the-future',
  'other-kind-missing',
  'tally-part-exceeds-total',
] as const;

export const recordActivity = defineCommand({
  name: 'training.record-activity',
  summary: 'Record a community activity of a committee, counted apart from its meetings',
  request: z.strictObject({ id: id().optional(), ...activity, ...texts }),
  refusals: ['committee-unknown', ...refusals, 'activity-withdrawn', 'differs-from-recorded'],
  example: { ...told, place: 'Marché de Banconi' },
});

export const correctActivity = defineCommand({
  name: 'training.correct-activity',
  summary: 'Tell a recorded activity again as it was, with the reason',
  request: z.strictObject({ activityId: id(), ...activity, ...texts, reason: freeText(500) }),
  refusals: ['activity-unknown', 'activity-withdrawn', 'another-committee', ...refusals],
  example: { activityId, ...told, reason: 'Fiche relue' },
});

export const withdrawActivity = defineCommand({
  name: 'training.withdraw-activity',
  summary: 'Withdraw an activity that did not take place or was told twice, with the reason',
  request: z.strictObject({ activityId: id(), reason: freeText(500) }),
  refusals: ['activity-unknown'],
  example: { activityId, reason: 'Saisie deux fois' },
});

export const activityCommands = [recordActivity, correctActivity, withdrawActivity] as const;
