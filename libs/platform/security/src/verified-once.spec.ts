import type { Principal } from './principal';
import type { TokenRefused } from './tokens';
import { verifiedOnce, type Verified } from './verified-once';

const START = Date.parse('2026-03-01T08:00:00Z');
const clerk: Principal = { issuer: 'local', subject: 'account-1', roles: [] };
const verified: Verified = { principal: clerk, until: START + 60_000 };

describe('tokens verified once', () => {
  let now: number;
  let asked: string[];
  let outcome: Verified | TokenRefused | Error;
  beforeEach(() => {
    now = START;
    asked = [];
    outcome = verified;
  });

  const tokens = (most?: number) =>
    verifiedOnce(
      (token) => {
        asked.push(token);
        return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
      },
      () => new Date(now),
      most,
    );

  it('are asked about once until their life ends', async () => {
    const { verify } = tokens();
    expect(await verify('a')).toBe(clerk);
    now += 59_999;
    expect(await verify('a')).toBe(clerk);
    expect(asked).toEqual(['a']);
    outcome = { refused: 'expired' };
    now += 1;
    expect(await verify('a')).toEqual(outcome);
    expect(asked).toEqual(['a', 'a']);
  });

  it('are each asked about: one never stands for another', async () => {
    const { verify } = tokens();
    await verify('a');
    outcome = { refused: 'invalid' };
    expect(await verify('b')).toEqual(outcome);
    expect(await verify('a')).toBe(clerk);
  });

  it('are asked about again after a refusal or a failure', async () => {
    const { verify } = tokens();
    outcome = { refused: 'invalid' };
    expect(await verify('a')).toEqual(outcome);
    outcome = new Error('no keys');
    await expect(verify('a')).rejects.toThrow('no keys');
    outcome = verified;
    expect(await verify('a')).toBe(clerk);
  });

  it('are asked about again by a clock that was set back', async () => {
    const { verify } = tokens();
    await verify('a');
    now -= 1;
    await verify('a');
    expect(asked).toEqual(['a', 'a']);
  });

  it('are forgotten when many others were seen since', async () => {
    const { verify } = tokens(2);
    for (const token of ['a', 'b', 'a', 'c', 'a', 'b']) await verify(token);
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });
});
