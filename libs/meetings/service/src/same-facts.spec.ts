import type { FactOf } from '@benkan/contracts';
import type { storedEvents } from '@benkan/contracts/meetings';
import type { MeetingFact, MinutesFact, RecommendationFact } from '@benkan/meetings-domain';

type Stored = FactOf<(typeof storedEvents)[number]>;
type Spoken = MeetingFact | MinutesFact | RecommendationFact;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

describe('what the meetings service says and what it stores', () => {
  it('is the same, type by type', () => {
    const same: Same<Stored, Spoken> = true;
    expect(same).toBe(true);
  });
});
