import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '@benkan/kernel';
import { training, type TrainingFact } from './training';

const folder = join(__dirname, 'history');
const read = (type: TrainingFact['type']): TrainingFact => {
  const data: unknown = JSON.parse(readFileSync(join(folder, `${type}.v1.json`), 'utf8'));
  return { type, data } as TrainingFact;
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
    ).map(read);
    const state = fold(training, facts);
    if (state.status === 'unknown') throw new Error('the plan was not read');
    expect([...state.sheet.values()].map((days) => [...days])).toEqual([[['2024-12-02', 'ABSENT']]]);
    expect([...state.results.values()]).toMatchObject([{ pre: 7, post: 12.5, max: 20 }]);
  });
});
