import { fold, type Decision } from '@benkan/kernel';
import fc from 'fast-check';
import { at, by, established, installed } from '../registry.examples';
import { committee, type Committee, type CommitteeFact } from './committee';
import { committeeId, act, cafo, seatDefined, youth, youthDefined } from './committee.examples';
import { overlap } from './dated';
import { designateMember } from './designate-member/designate-member';
import { designatePresident } from './designate-president/designate-president';
import { endMembership } from './end-membership/end-membership';
import { declarePresidencyVacant } from './declare-presidency-vacant/declare-presidency-vacant';
import { replaceMember } from './replace-member/replace-member';
import { suspendCommittee } from './suspend-committee/suspend-committee';
import { installCommittee } from './install-committee/install-committee';
import { hasASeat, sat } from './sitting';
import { transferCommittee } from './transfer-committee/transfer-committee';

type Asking = (state: Committee) => Decision<CommitteeFact, string>;

const saying = <Data>(data: Data) => ({ data, at, by });
const aDay = fc.integer({ min: 1, max: 28 }).map((day) => `2024-06-${String(day).padStart(2, '0')}`);
const aPerson = fc.constantFrom('p1', 'p2', 'p3');
const aMembership = fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5');
const common = { committeeId, termEndsOn: null, legalAct: act, participantKnown: true } as const;

const designating = fc.record({
  membershipId: aMembership,
  participantId: aPerson,
  seatId: fc.constantFrom(cafo, youth),
  quality: fc.constantFrom('HOLDER' as const, 'ALTERNATE' as const),
  from: aDay,
});
const anAsking: fc.Arbitrary<Asking> = fc.oneof(
  designating.map(
    (said): Asking =>
      (state) =>
        designateMember(saying({ ...common, ...said }), state),
  ),
  fc.tuple(aMembership, aDay).map(
    ([membershipId, endedOn]): Asking =>
      (state) =>
        endMembership(
          saying({ committeeId, membershipId, endedOn, reason: 'OTHER' as const, note: null }),
          state,
        ),
  ),
  fc.tuple(aMembership, aMembership, aPerson, aDay).map(
    ([membershipId, newMembershipId, participantId, from]): Asking =>
      (state) =>
        replaceMember(
          saying({
            ...{ ...common, membershipId, newMembershipId, participantId, from },
            ...{ reason: 'REPLACED' as const, note: null },
          }),
          state,
        ),
  ),
  fc.tuple(aPerson, aDay, fc.constantFrom('MAIRE' as const, 'INTERIM' as const)).map(
    ([participantId, since, capacity]): Asking =>
      (state) =>
        designatePresident(saying({ ...common, capacity, participantId, since }), state),
  ),
  aDay.map(
    (since): Asking =>
      (state) =>
        declarePresidencyVacant(saying({ committeeId, since, note: null }), state),
  ),
  fc.tuple(aDay, fc.constantFrom('u1', 'u2')).map(
    ([transferredOn, unitId]): Asking =>
      (state) =>
        transferCommittee(saying({ ...common, unitId, transferredOn, unitKnown: true, heldBy: null }), state),
  ),
);

const history = (asked: readonly Asking[]): readonly CommitteeFact[] =>
  asked.reduce<readonly CommitteeFact[]>(
    (facts, ask) => {
      const decision = ask(fold(committee, facts));
      return decision.kind === 'accepted' ? [...facts, ...decision.facts] : facts;
    },
    [established, installed, seatDefined, youthDefined],
  );

const after = (facts: readonly CommitteeFact[]) => {
  const state = fold(committee, facts);
  if (state.status === 'unknown') throw new Error('it was established');
  return state;
};

const pairsOf = <T>(all: readonly T[]) =>
  all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));

const forAll = (check: (facts: readonly CommitteeFact[]) => void) =>
  fc.assert(
    fc.property(fc.array(anAsking, { maxLength: 25 }), (asked) => check(history(asked))),
    { numRuns: 300 },
  );

describe('whatever is asked of a committee, in whatever order', () => {
  it('nobody has two seats on one day, and no seat two holders or two alternates', () =>
    forAll((facts) => {
      const memberships = [...after(facts).memberships.values()];
      for (const [one, other] of pairsOf(memberships)) {
        if (!overlap(sat(one), sat(other))) continue;
        expect(one.participantId).not.toBe(other.participantId);
        expect([one.seatId, one.quality]).not.toEqual([other.seatId, other.quality]);
      }
    }));

  it('no mayor who presides sits on a seat the same day', () =>
    forAll((facts) => {
      const state = after(facts);
      const alone = { ...state, memberships: new Map() };
      for (const membership of state.memberships.values())
        expect(hasASeat(alone, membership.participantId, sat(membership))).toBe(false);
    }));

  it('it keeps its id and everything told before', () =>
    forAll((facts) => {
      expect(facts.slice(0, 4)).toEqual([established, installed, seatDefined, youthDefined]);
      expect(new Set(facts.map(({ data }) => data.committeeId))).toEqual(new Set([committeeId]));
      expect(after(facts).established).toEqual(established.data);
    }));

  it('what was accepted is heard again without a word', () =>
    fc.assert(
      fc.property(fc.array(anAsking, { maxLength: 15 }), anAsking, (asked, last) => {
        const state = fold(committee, history(asked));
        const decision = last(state);
        if (decision.kind === 'refused') return;
        const again = last(decision.facts.reduce(committee.evolve, state));
        expect(again).toEqual({ kind: 'accepted', facts: [] });
      }),
      { numRuns: 300 },
    ));

  it('no day to come is ever recorded, nor an installation before the establishment', () => {
    const tomorrow = '2024-12-02';
    const state = fold(committee, [established, installed]);
    expect(installCommittee(saying(installed.data), committee.initial)).toMatchObject({
      code: 'committee-unknown',
    });
    expect(
      suspendCommittee(saying({ committeeId, since: tomorrow, reason: 'OTHER', note: null }), state),
    ).toMatchObject({ code: 'in-the-future' });
  });
});
