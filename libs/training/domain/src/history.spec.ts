import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '@benkan/kernel';
import { activity, type ActivityFact } from './activity/activity';
import { training, type TrainingFact } from './training';

const folder = join(__dirname, 'history');
const read = <Told extends TrainingFact | ActivityFact>(type: Told['type']): Told => {
  const data: unknown = JSON.parse(readFileSync(join(folder, `${type}.v1.json`), 'utf8'));
  return { type, data } as Told;
};

describe('the frozen history of training', () => {
  it('is still a training, its sheet and its results corrected', () => {
    const facts = (
      [
        'training-planned',
        'training-attendance-recorded',
        'training-attendance-corrected',
        'test-results-recorded',
        'test-results-corrected',
      ] as const
    ).map((type) => read<TrainingFact>(type));
    const state = fold(training, facts);
    if (state.status === 'unknown') throw new Error('the plan was not read');
    expect([...state.sheet.values()].map((days) => [...days])).toEqual([[['2024-12-02', 'ABSENT']]]);
    expect([...state.results.values()]).toMatchObject([{ pre: 7, post: 12.5, max: 20 }]);
  });

  it('is still a training that was held, closed and certified', () => {
    const facts = (
      [
        ...([
          'training-planned',
          'terms-of-reference-set',
          'facilitator-named',
          'training-postponed',
        ] as const),
        ...(['training-session-opened', 'training-sheet-recorded', 'satisfaction-recorded'] as const),
        ...(['satisfaction-corrected', 'facilitator-withdrawn', 'training-closed'] as const),
        ...(['training-report-written', 'training-report-filed', 'certificates-issued'] as const),
        'certificate-withdrawn',
      ] as const
    ).map((type) => read<TrainingFact>(type));
    const state = fold(training, facts);
    expect(state).toMatchObject({
      ...{ status: 'closed', days: ['2024-12-02', '2024-12-09'], certificateDays: 1 },
      ...{ satisfaction: { scale: 5 }, filed: { filedOn: '2024-12-12' } },
    });
    if (state.status === 'unknown') throw new Error('the plan was not read');
    expect([...state.certificates.values()]).toMatchObject([{ withdrawn: true }]);
    expect(fold(training, [...facts.slice(0, 1), read<TrainingFact>('training-cancelled')])).toMatchObject({
      status: 'cancelled',
    });
  });

  it('is still a community activity, corrected and withdrawn', () => {
    const facts = (['activity-recorded', 'activity-corrected', 'activity-withdrawn'] as const).map((type) =>
      read<ActivityFact>(type),
    );
    expect(fold(activity, facts)).toMatchObject({ status: 'withdrawn', told: { kind: 'SANITATION_DAY' } });
  });
});
