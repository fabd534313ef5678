import { randomBytes } from 'node:crypto';
import { MAX_CONTEXT_MS, signedContexts } from './context';
import type { Principal } from './principal';

const clerk: Principal = {
  issuer: 'local',
  subject: 'account-1',
  roles: [{ role: 'secretary', territory: 'ML-4-2' }],
};

describe('a signed context', () => {
  const key = randomBytes(32);
  const signer = signedContexts({ key });

  it('tells who asks, internal grants included', () => {
    const importer: Principal = {
      ...clerk,
      roles: [{ role: 'importer', territory: null }],
      importId: 'import-1',
    };
    expect(signer.verify(signer.sign(clerk, 1000))).toEqual(clerk);
    expect(signer.verify(signer.sign(importer, 1000))).toEqual(importer);
  });

  it('grows too old within a second after its time, though it was taken before', () => {
    let now = 1_000_000;
    const timed = signedContexts({ key, now: () => now });
    const context = timed.sign(clerk, 500);
    now += 999;
    expect(timed.verify(context)).toEqual(clerk);
    now += 1;
    expect(timed.verify(context)).toBeUndefined();
    expect(signedContexts({ key, now: () => now }).verify(context)).toBeUndefined();
  });

  it('is never good for less than was asked, whenever in the second it was signed', () => {
    let now = 1_000_000;
    const timed = signedContexts({ key, now: () => now });
    for (let at = 0; at < 2_000; at += 37) {
      now = 1_000_000 + at;
      const context = timed.sign(clerk, 700);
      now += 699;
      expect(timed.verify(context)).toEqual(clerk);
    }
  });

  it('is signed once a second for the same principal, and anew for another or another time', () => {
    let now = 1_000_000;
    const timed = signedContexts({ key, now: () => now });
    const first = timed.sign(clerk, 5_000);
    now -= 400;
    expect(timed.sign(clerk, 5_000)).toBe(first);
    expect(timed.verify(timed.sign({ ...clerk, subject: 'account-2' }, 5_000))?.subject).toBe('account-2');
    expect(timed.sign(clerk, 60_000)).not.toBe(first);
    now += 1_400;
    expect(timed.sign(clerk, 5_000)).not.toBe(first);
  });

  it('is refused under another key, and taken under an older one that still counts', () => {
    const next = randomBytes(32);
    const context = signer.sign(clerk, 1000);
    expect(signedContexts({ key: next }).verify(context)).toBeUndefined();
    expect(signedContexts({ key: next, older: [key] }).verify(context)).toEqual(clerk);
  });

  it('is refused when any character of it changes', () => {
    const context = signer.sign(clerk, 1000);
    expect(signer.verify(context)).toEqual(clerk);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    // the last character also carries two bits that decode to nothing: flip one that counts
    const otherThan = (char: string): string => alphabet[(alphabet.indexOf(char) + 32) % 64] ?? 'A';
    for (let at = 0; at < context.length; at += 1) {
      const altered = `${context.slice(0, at)}${otherThan(context.charAt(at))}${context.slice(at + 1)}`;
      expect(signer.verify(altered)).toBeUndefined();
    }
  });

  it.each(['', '.', 'c1..', 'c1.e30.', 'c2.e30.AAAA', 'a.b.c.d', 'é', `c1.${'A'.repeat(9000)}.AA`])(
    'is refused when it reads %p',
    (context) => {
      expect(signer.verify(context)).toBeUndefined();
    },
  );

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, MAX_CONTEXT_MS + 1])(
    'is not signed for %p ms',
    (ttl) => {
      expect(() => signer.sign(clerk, ttl)).toThrow(RangeError);
    },
  );

  it('needs a key of some length', () => {
    expect(() => signedContexts({ key: randomBytes(16) })).toThrow(RangeError);
  });
});
