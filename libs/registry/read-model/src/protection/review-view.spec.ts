import { replay, told, twice } from '@benkan/testing';
import { reviewsProjection } from './review-view';

const committeeId = '11111111-1111-5111-8111-111111111111';
const text = { textRef: committeeId, digest: 'a'.repeat(64) };
const assessed = (assessedOn: string, reviewOn: string, level = 'HIGH') => ({
  type: 'risk-assessed',
  data: { committeeId, level, reasons: text, assessedOn, reviewOn },
});
const after = (...facts: Parameters<typeof told>) => replay(reviewsProjection, told(...facts))[committeeId];

describe('the review of a risk', () => {
  const [first, second] = [
    assessed('2024-10-15', '2025-04-15'),
    assessed('2025-03-01', '2025-09-01', 'LOW'),
  ] as const;

  it('is due on the day the latest assessment says, in whatever order it was told', () => {
    for (const facts of [[first, second] as const, [second, first] as const])
      expect(after(...facts)).toMatchObject({
        ...{ id: committeeId, level: 'LOW', assessedOn: '2025-03-01', reviewOn: '2025-09-01' },
        order: '2025-09-01',
      });
  });

  it('is that of the last told, of one day', () =>
    expect(after(first, assessed('2024-10-15', '2025-01-01', 'EXTREME'))).toMatchObject({
      ...{ level: 'EXTREME', reviewOn: '2025-01-01' },
    }));

  it('comes back the same, told twice', () => {
    const events = told(first, second);
    expect(replay(reviewsProjection, twice(events))).toEqual(replay(reviewsProjection, events));
  });

  it('leaves what is not its own alone', () =>
    expect(replay(reviewsProjection, told({ type: 'never-heard-of', data: {} }))).toEqual({}));
});
