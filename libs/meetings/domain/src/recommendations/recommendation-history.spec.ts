import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '@benkan/kernel';
import { recommendation, type RecommendationFact } from './recommendation';

const folder = join(__dirname, '..', 'history');
const read = <F extends RecommendationFact>(type: F['type']): F => {
  const data: unknown = JSON.parse(readFileSync(join(folder, `${type}.v1.json`), 'utf8'));
  return { type, data } as F;
};

describe('the frozen history of recommendations', () => {
  it('is still a recommendation, verified', () => {
    const facts = (
      [
        'recommendation-issued',
        'recommendation-progress-reported',
        'implementation-claimed',
        'implementation-verified',
      ] as const
    ).map((type) => read<RecommendationFact>(type));
    expect(fold(recommendation, facts)).toMatchObject({
      status: 'verified',
      claim: { on: '2024-12-28', by: { onBehalfOf: 'secretary' } },
      verification: { on: '2024-12-29', by: { onBehalfOf: 'focal-point' } },
    });
  });

  it('is still a recommendation sent, answered, put off, escalated and reminded of', () => {
    const facts = (
      [
        ...(['recommendation-issued', 'recommendation-detailed', 'recommendation-sent'] as const),
        ...(['recommendation-acknowledged', 'recommendation-answered', 'progress-measured'] as const),
        ...(['recommendation-rejected', 'recommendation-abandoned', 'recommendation-reopened'] as const),
        ...(['recommendation-carried-over', 'recommendation-escalated'] as const),
        ...(['reminder-recorded', 'reminder-delivered'] as const),
      ] as const
    ).map((type) => read<RecommendationFact>(type));
    expect(fold(recommendation, facts)).toMatchObject({
      ...{ status: 'issued', dueOn: '2025-02-28', measures: [{ percent: 40 }] },
      ...{ details: { proposerCategory: 'ORG_FEMMES' }, sendings: [{ channel: 'LETTER' }] },
      ...{ acknowledgements: [{ on: '2024-11-27' }], answers: [{ answer: 'ACCEPTED' }] },
      ...{ reopenings: [{ on: '2025-01-20' }], escalation: { on: '2025-03-03' } },
      ...{ reminders: [{ kind: 'UNANSWERED' }], deliveries: [{ channel: 'EMAIL' }] },
    });
  });
});
