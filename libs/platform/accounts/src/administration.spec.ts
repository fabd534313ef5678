import { inMemoryVault, memoryShelf } from '@benkan/vault';
import { accountAdministration, scryptPasswords, TooBusy } from '.';
import type { AccountShelves } from './account';

const now = (): Date => new Date('2026-03-01T08:00:00Z');
const everywhere = { role: 'auditor', territory: null } as const;

const setUp = () => {
  const shelves: AccountShelves = {
    accounts: memoryShelf(),
    attempts: memoryShelf(),
    sessions: memoryShelf(),
  };
  const passwords = scryptPasswords({ N: 16, r: 1, p: 1 });
  return { shelves, operator: accountAdministration({ shelves, passwords, now, ...inMemoryVault() }) };
};

describe('accounts', () => {
  it('are added once, under a password that is said once', async () => {
    const { operator } = setUp();
    const first = await operator.add('awa.diallo', [everywhere]);
    expect(first).toEqual({ oneTimePassword: expect.stringMatching(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/) });
    expect(await operator.add('AWA.Diallo', [])).toEqual({ refused: 'login-taken' });
    expect(await operator.add('a b', [])).toEqual({ refused: 'login-malformed' });
  });

  it('are listed with their login, which is kept nowhere in the clear', async () => {
    const { operator, shelves } = setUp();
    const added = await operator.add('awa.diallo', [everywhere]);
    expect(await operator.list()).toMatchObject([
      {
        login: 'awa.diallo',
        disabled: false,
        mustChoosePassword: true,
        lockedUntil: undefined,
        roles: [everywhere],
      },
    ]);
    const kept: unknown[] = [];
    for await (const account of shelves.accounts.scan({})) kept.push(account);
    const text = JSON.stringify(kept);
    expect(text).not.toContain('awa');
    expect(text).not.toContain('oneTimePassword' in added ? added.oneTimePassword : '');
  });

  it('hold each grant once, and twenty at most', async () => {
    const { operator } = setUp();
    await operator.add('awa.diallo', [everywhere]);
    for (let n = 0; n < 19; n += 1)
      expect(await operator.grant('awa.diallo', { role: 'secretary', territory: `u${n}` })).toEqual({
        done: true,
      });
    expect(await operator.grant('awa.diallo', everywhere)).toEqual({ done: true });
    expect(await operator.grant('awa.diallo', { role: 'secretary', territory: 'u20' })).toEqual({
      refused: 'too-many-grants',
    });
    expect((await operator.list())[0]?.roles).toHaveLength(20);
  });

  it('that nobody has are said to be unknown, whatever is asked', async () => {
    const { operator } = setUp();
    const unknown = { refused: 'unknown-account' };
    for (const login of ['nobody', '']) {
      expect(await operator.disable(login)).toEqual(unknown);
      expect(await operator.enable(login)).toEqual(unknown);
      expect(await operator.reset(login)).toEqual(unknown);
      expect(await operator.unlock(login)).toEqual(unknown);
      expect(await operator.grant(login, everywhere)).toEqual(unknown);
      expect(await operator.revoke(login, everywhere)).toEqual(unknown);
      expect(await operator.remove(login)).toEqual(unknown);
    }
  });

  it('leave nothing when removed, and their login is free', async () => {
    const { operator } = setUp();
    await operator.add('awa.diallo', []);
    const [before] = await operator.list();
    expect(await operator.remove('awa.diallo')).toEqual({ done: true });
    expect(await operator.list()).toEqual([]);
    await operator.add('awa.diallo', []);
    expect((await operator.list())[0]?.subject).not.toBe(before?.subject);
  });

  it('lose no change to another made at the same time', async () => {
    const { operator } = setUp();
    await operator.add('awa.diallo', []);
    await Promise.all([
      operator.grant('awa.diallo', everywhere),
      operator.disable('awa.diallo'),
      operator.grant('awa.diallo', { role: 'donor', territory: null }),
    ]);
    const [line] = await operator.list();
    expect([line?.disabled, line?.roles.length]).toEqual([true, 2]);
  });
});

describe('hashes of passwords', () => {
  const passwords = scryptPasswords({ N: 16, r: 1, p: 1 });

  it('differ for the same password, and say how they were made', async () => {
    const [one, other] = [await passwords.hash('le même mot'), await passwords.hash('le même mot')];
    expect([one.salt === other.salt, one.hash === other.hash]).toEqual([false, false]);
    expect(one).toMatchObject({ kdf: 'scrypt', N: 16, r: 1, p: 1 });
    expect(await passwords.fits('le même mot', one)).toBe(true);
    expect(await passwords.fits('le meme mot', one)).toBe(false);
    expect(await passwords.fits('le même mot', undefined)).toBe(false);
  });

  it('are checked with the parameters they were made with', async () => {
    const dear = await scryptPasswords({ N: 64, r: 2, p: 1 }).hash('le même mot');
    expect(await passwords.fits('le même mot', dear)).toBe(true);
  });

  it('are made a few at a time: beyond, nobody waits', async () => {
    const few = scryptPasswords({ N: 1024, r: 8, p: 1 }, 2);
    const outcomes = await Promise.allSettled([few.hash('a'), few.hash('b'), few.hash('c')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(outcomes[2]).toMatchObject({ reason: expect.any(TooBusy) });
    expect(await few.fits('d', await few.hash('d'))).toBe(true);
  });
});
