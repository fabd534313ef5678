import type { FactOf } from '@benkan/contracts';
import type { storedEvents } from '@benkan/contracts/training';
import type { ActivityFact, TrainingFact } from '@benkan/training-domain';

type Stored = FactOf<(typeof storedEvents)[number]>;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

describe('what the training service says and what it stores', () => {
  it('is the same, type by type', () => {
    const same: Same<Stored, TrainingFact | ActivityFact> = true;
    expect(same).toBe(true);
  });
});
