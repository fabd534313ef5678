import type { FactOf } from '@benkan/contracts';
import type { storedEvents } from '@benkan/contracts/registry';
import type {
  ActorMapFact,
  CommitteeFact,
  ParticipantFact,
  ProjectFact,
  ProtectionFact,
  UnitFact,
} from '@benkan/registry-domain';

type Stored = Exclude<FactOf<(typeof storedEvents)[number]>, { type: 'reserved' | 'released' }>;
type Spoken = UnitFact | CommitteeFact | ParticipantFact | ProtectionFact | ProjectFact | ActorMapFact;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

describe('what the registry says and what it stores', () => {
  it('is the same, type by type', () => {
    const same: Same<Stored, Spoken> = true;
    expect(same).toBe(true);
  });
});
