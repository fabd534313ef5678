import { fold } from '@benkan/kernel';
import fc from 'fast-check';
import { at, by, enrolled, text } from '../registry.examples';
import { followMerge, letDuplicateGo, mergeParticipants } from './merge-participants/merge-participants';
import { participant, type Participant, type ParticipantFact } from './participant';

const IDS = ['a', 'b', 'c', 'd'] as const;
type Id = (typeof IDS)[number];
type Streams = Map<Id, readonly ParticipantFact[]>;

const stampOf = { at, by };

/** The doors' steps over streams in memory; each reads what it needs at the moment it runs. */
const stepsOf = (streams: Streams, kept: Id, merged: Id) => {
  const stateOf = (id: string): Participant => fold(participant, streams.get(id as Id) ?? []);
  const takenIn = (id: Id): ReadonlySet<string> => {
    const met = new Set<string>([id]);
    for (const holder of met) {
      const state = stateOf(holder);
      for (const duplicate of state.status === 'unknown' ? [] : state.duplicates) met.add(duplicate);
    }
    return met;
  };
  const tell = (id: Id, decision: { readonly kind: string; readonly facts?: readonly ParticipantFact[] }) => {
    if (decision.kind === 'accepted')
      streams.set(id, [...(streams.get(id) ?? []), ...(decision.facts ?? [])]);
    return decision.kind === 'accepted';
  };
  const pair = { participantId: kept, mergedId: merged };
  let keptBelow = false;
  let going = true;
  return [
    () => {
      const duplicate = stateOf(merged);
      const below = takenIn(merged).has(kept);
      going = tell(
        kept,
        mergeParticipants(
          { data: { ...pair, keptBelow: below, duplicate, erased: false, reason: text('6') }, ...stampOf },
          stateOf(kept),
        ),
      );
    },
    () => {
      keptBelow = takenIn(merged).has(kept);
    },
    () => {
      if (!going) return;
      going = tell(merged, followMerge({ data: { ...pair, keptBelow }, ...stampOf }, stateOf(merged)));
      if (!going) tell(kept, letDuplicateGo({ data: pair, ...stampOf }, stateOf(kept)));
    },
  ];
};

const leadsRound = (streams: Streams, from: Id): boolean => {
  const met = new Set<string>();
  let id: string = from;
  for (;;) {
    if (met.has(id)) return true;
    met.add(id);
    const state = fold(participant, streams.get(id as Id) ?? []);
    if (state.status !== 'merged') return false;
    id = state.into;
  }
};

const merge = fc.record({ kept: fc.constantFrom(...IDS), merged: fc.constantFrom(...IDS) });

describe('merges said side by side, their steps in any order', () => {
  it('never lead round in a circle, and each record follows one other at most', () =>
    fc.assert(
      fc.property(
        fc.array(merge, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat({ max: 3 }), { minLength: 12, maxLength: 12 }),
        (merges, turns) => {
          const streams: Streams = new Map(IDS.map((id) => [id, [enrolled]]));
          const waiting = merges.map(({ kept, merged }) => stepsOf(streams, kept, merged));
          const order = [...turns, ...merges.flatMap((_, index) => [index, index, index])];
          for (const turn of order) waiting[turn % waiting.length]?.shift()?.();
          for (const id of IDS) {
            expect(leadsRound(streams, id)).toBe(false);
            const follows = (streams.get(id) ?? []).filter(({ type }) => type === 'participant-merged');
            expect(follows.length).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 2_000 },
    ));
});
