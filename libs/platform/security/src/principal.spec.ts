import { createHmac } from 'node:crypto';
import { grantsFor, principalFrom, tokenGrants } from './principal';
import { pseudonym } from './pseudonym';

describe('a principal read back', () => {
  const sound = { issuer: 'i', subject: 's', roles: [{ role: 'system', territory: null }] };

  it('is what was written', () => {
    expect(principalFrom({ ...sound, importId: 'x', extra: 1 })).toEqual({ ...sound, importId: 'x' });
    expect(principalFrom(sound)).toEqual(sound);
  });

  it.each([
    null,
    'x',
    [],
    {},
    { ...sound, issuer: '' },
    { ...sound, subject: 3 },
    { ...sound, roles: {} },
    { ...sound, roles: [{ role: 'auditor' }] },
    { ...sound, roles: [{ role: 'auditor', territory: '' }] },
    { ...sound, importId: 7 },
  ])('is not one: %j', (value) => {
    expect(principalFrom(value)).toBeUndefined();
  });
});

describe('the roles of a token', () => {
  it('never hold an internal or foreign role', () => {
    const claim = ['system', 'importer', 'admin', 'auditor'].map((role) => ({ role, territory: null }));
    expect(tokenGrants(claim)).toEqual([{ role: 'auditor', territory: null }]);
  });

  it('are malformed without a territory: that is not the whole country', () => {
    expect(tokenGrants([{ role: 'national' }])).toBeUndefined();
    expect(tokenGrants(undefined)).toBeUndefined();
  });
});

describe('a pseudonym', () => {
  const digest = (purpose: string, text: string): string =>
    createHmac('sha256', purpose).update(text).digest('hex');

  it('is one per account, whatever its roles', () => {
    expect(pseudonym({ issuer: 'a', subject: 'b' }, digest)).toBe(
      pseudonym({ issuer: 'a', subject: 'b' }, digest),
    );
    expect(pseudonym({ issuer: 'a', subject: 'bc' }, digest)).not.toBe(
      pseudonym({ issuer: 'ab', subject: 'c' }, digest),
    );
  });
});

describe('the grants that count', () => {
  const roles = [
    { role: 'secretary', territory: 'a-commune' },
    { role: 'auditor', territory: null },
    { role: 'secretary', territory: null },
  ] as const;

  it('are those of an allowed role, country-wide ones first', () => {
    const grants = grantsFor({ issuer: 'i', subject: 's', roles }, (role) => role === 'secretary');
    expect(grants).toEqual([roles[2], roles[0]]);
  });

  it('are none where no role is allowed', () => {
    expect(grantsFor({ issuer: 'i', subject: 's', roles }, () => false)).toEqual([]);
  });
});
