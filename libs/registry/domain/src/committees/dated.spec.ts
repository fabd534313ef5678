import { overlap, standing, told } from './dated';

const on = (since: string, what: string) => ({ since, what });
const all = [on('2024-01-01', 'a'), on('2024-03-01', 'b')];

describe('facts that hold from a day on', () => {
  it('stand in the order of their days, and of one day the last told', () => {
    const late = told(told(all, on('2024-02-01', 'c')), on('2024-02-01', 'd'));
    expect(late.map(({ what }) => what)).toEqual(['a', 'c', 'd', 'b']);
    expect(standing(late, '2024-02-29')?.what).toBe('d');
  });
  it('stand until the next, and nothing stands before the first', () => {
    expect(['2023-12-31', '2024-02-29', '2024-03-01'].map((day) => standing(all, day)?.what)).toEqual([
      undefined,
      'a',
      'b',
    ]);
    expect(standing(all)?.what).toBe('b');
  });
  it('share no day where one ends as the other begins, nor where one is empty', () => {
    const june = { from: '2024-06-01', to: '2024-07-01' };
    expect(overlap(june, { from: '2024-07-01', to: null })).toBe(false);
    expect(overlap(june, { from: '2024-06-30', to: null })).toBe(true);
    expect(overlap(june, { from: '2024-06-10', to: '2024-06-10' })).toBe(false);
  });
});
