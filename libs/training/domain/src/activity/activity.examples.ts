import type { ActivityRecorded, ActivityTold, ActivityWithdrawn } from './activity';

/** Facts the specs of a community activity speak about. */
export const at = '2024-12-02T18:00:00.000Z';
export const by = { actor: 'a'.repeat(64), role: 'secretary' };
export const text = (seed: string) => ({
  textRef: '22222222-2222-5222-8222-222222222222',
  digest: seed.repeat(64).slice(0, 64),
});
export const tally = {
  ...{ women: 20, men: 31, notReported: 2, youth: 25, youngWomen: 11, isf: 6, members: 12 },
};
export const told: ActivityTold = {
  activityId: '66666666-6666-5666-8666-666666666666',
  unitId: '22222222-2222-5222-8222-222222222222',
  committeeId: '77777777-7777-5777-8777-777777777777',
  kind: 'SANITATION_DAY',
  days: ['2024-11-29', '2024-11-30'],
  jointWith: ['GENDARMERIE', 'POLICE'],
  tally,
  otherKind: null,
  place: text('1'),
};
export const reason = text('7');
export const recorded: ActivityRecorded = { type: 'activity-recorded', data: told };
export const withdrawn: ActivityWithdrawn = {
  type: 'activity-withdrawn',
  data: { activityId: told.activityId, reason },
};

/** Tallies that do not add up, one rule each. */
export const wrongTallies = [
  ['more young people than people', { ...tally, youth: 54 }],
  ['more of the forces than people', { ...tally, isf: 54 }],
  ['more members than people', { ...tally, members: 54 }],
  ['more young women than women', { ...tally, youth: 25, youngWomen: 21 }],
  ['more young women than young people', { ...tally, youth: 5, youngWomen: 6 }],
  ['more young men than men and not reported', { ...tally, youth: 45, youngWomen: 11 }],
] as const;
