import { routes } from '../routes';
import { parametersOf } from '../routes/route';
import { problemOf } from './problem';

const refused = (code: string) => ({ v: 1, kind: 'refused', code }) as const;
const statusOf = (code: string, absent?: Parameters<typeof problemOf>[1]) => {
  const problem = problemOf(refused(code), absent);
  return [problem.status, problem.code];
};

describe('a refusal', () => {
  const absent = { notFound: 'committee-unknown', missing: ['seat-unknown'] };

  it('is a 409 with its code', () => {
    expect(statusOf('seat-ended', absent)).toEqual([409, 'seat-ended']);
    expect(statusOf('seat-unknown')).toEqual([409, 'seat-unknown']);
  });
  it('of an unknown resource is the 404 of one outside', () =>
    expect(statusOf('committee-unknown', absent)).toEqual([404, 'unknown-resource']));
  it('of an unknown part of it is a 404 with its code', () =>
    expect(statusOf('seat-unknown', absent)).toEqual([404, 'seat-unknown']));
});

describe('a part named in the path', () => {
  const partOf = { seatId: 'seat-unknown', membershipId: 'membership-unknown' };

  it.each(Object.entries(partOf))('%s is missing with its own code', (name, code) => {
    const ways = routes.filter(({ path }) => parametersOf(path).includes(name));
    expect(ways.length).toBeGreaterThan(0);
    expect(ways.filter(({ missing = [] }) => !missing.includes(code))).toEqual([]);
  });

  it('is missing by a refusal of the command', () => {
    const strange = routes.filter(({ contract, missing = [] }) =>
      missing.some((code) => contract.kind !== 'command' || !contract.refusals.includes(code)),
    );
    expect(strange).toEqual([]);
  });
});
