import type { Composition, ExpectedSeat, QuorumRule } from '../composition';
import type { Line } from '../meeting-facts';
import { quorumOf } from './quorum';

const seat = (name: string): ExpectedSeat => ({
  ...{ seatId: `seat ${name}`, category: 'AUTRE', holderId: name, alternateId: `${name}'s alternate` },
});
const half: QuorumRule = { kind: 'SHARE', numerator: 1, denominator: 2 };
const expected = (quorum: QuorumRule | null, ...names: string[]): Composition => ({
  ...{ on: '2024-11-21', seats: names.map(seat), quorum },
});
const line = (participantId: string, more: Partial<Line> = {}): Line => ({
  ...{ participantId, quality: 'MEMBER', status: 'PRESENT', ...more },
});
const alternate = (name: string) => line(`${name}'s alternate`, { quality: 'ALTERNATE' });
const sheet = (...lines: Line[]) => ({ mode: 'nominative', lines }) as const;

describe('the quorum', () => {
  it('is met by so many seats, or their share rounded up: invariant 6', () => {
    const three = expected(half, 'a', 'b', 'c');
    expect(quorumOf(three, sheet(line('a')))).toEqual({ answer: 'NOT_MET', attended: 1, required: 2 });
    expect(quorumOf(three, sheet(line('a'), line('b')))).toMatchObject({ answer: 'MET', attended: 2 });
    const two = expected({ kind: 'COUNT', members: 2 }, 'a', 'b', 'c');
    expect(quorumOf(two, sheet(line('a')))).toMatchObject({ answer: 'NOT_MET', required: 2 });
  });
  it('is not defined where the rules say nothing, whoever was there', () => {
    expect(quorumOf(expected(null, 'a'), sheet(line('a')))).toEqual({
      ...{ answer: 'NOT_DEFINED', attended: 1, required: null },
    });
    expect(quorumOf(null, sheet(line('a')))).toMatchObject({ answer: 'NOT_DEFINED', attended: 1 });
    expect(quorumOf(expected(half), sheet(line('a')))).toMatchObject({ answer: 'NOT_DEFINED' });
  });
  it('is not recorded while nothing is written', () =>
    expect(quorumOf(expected(half, 'a'), { mode: 'none' })).toEqual({
      ...{ answer: 'NOT_RECORDED', attended: null, required: 1 },
    }));
  it('counts an alternate for the seat, once: invariant 8', () => {
    const two = expected(half, 'a', 'b');
    const attended = (...lines: Line[]) => quorumOf(two, sheet(...lines)).attended;
    expect(attended(line('a', { status: 'EXCUSED' }), alternate('a'))).toBe(1);
    expect(attended(line('a'), alternate('a'))).toBe(1);
    expect(attended(alternate('a'), alternate('b'))).toBe(2);
    expect(attended(line("a's alternate", { quality: 'GUEST' }))).toBe(0);
  });
  it('counts a member represented by somebody who is present', () => {
    const one = expected(half, 'a');
    const away = line('a', { status: 'REPRESENTED', representedBy: 'x' });
    expect(quorumOf(one, sheet(away)).attended).toBe(0);
    expect(quorumOf(one, sheet(away, line('x', { quality: 'GUEST' }))).attended).toBe(1);
    expect(quorumOf(one, sheet(line('a', { status: 'REPRESENTED' }))).attended).toBe(0);
  });
  it('counts guests for nothing', () =>
    expect(quorumOf(expected(half, 'a'), sheet(line('x', { quality: 'GUEST' }))).attended).toBe(0));
  it('takes members from a tally', () =>
    expect(quorumOf(expected(half, 'a', 'b'), { mode: 'tally', counts: { members: 1 } })).toEqual({
      ...{ answer: 'MET', attended: 1, required: 1 },
    }));
});
