import fc from 'fast-check';
import { fold, type Fact } from './fact';

type Said = Fact<'said', number>;
const sayings = {
  initial: [] as readonly number[],
  evolve: (all: readonly number[], { data }: Said) => [...all, data],
};
const said = (data: number): Said => ({ type: 'said', data });

describe('folding facts', () => {
  it('begins at the beginning', () => {
    expect(fold(sayings, [])).toBe(sayings.initial);
  });

  it('takes every fact once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (numbers) => {
        expect(fold(sayings, numbers.map(said))).toEqual(numbers);
      }),
    );
  });

  it('may go on where it stopped', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.array(fc.integer()), (first, then) => {
        const later = { ...sayings, initial: fold(sayings, first.map(said)) };
        expect(fold(later, then.map(said))).toEqual([...first, ...then]);
      }),
    );
  });

  it('reads anything that can be gone through', () => {
    expect(fold(sayings, new Set([said(1), said(2)]))).toEqual([1, 2]);
  });
});
