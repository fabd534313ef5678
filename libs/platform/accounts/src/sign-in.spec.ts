import { memoryShelf, inMemoryVault } from '@benkan/vault';
import type { Principal, TokenIssuer } from '@benkan/security';
import { accountAdministration, localIssuer, scryptPasswords } from '.';
import type { AccountShelves } from './account';

const START = Date.parse('2026-03-01T08:00:00Z');
const MINUTE = 60_000;
const CHOSEN = 'un mot de passe choisi';
const roles = [{ role: 'secretary', territory: 'unit-1' }] as const;

const setUp = () => {
  let instant = START;
  const now = (): Date => new Date(instant);
  const shelves: AccountShelves = {
    accounts: memoryShelf(),
    attempts: memoryShelf(),
    sessions: memoryShelf(),
  };
  const issued: Principal[] = [];
  const tokens: TokenIssuer = {
    issue: async (principal, seconds) => {
      issued.push(principal);
      return { token: `token ${issued.length}`, expiresAt: new Date(instant + seconds * 1_000) };
    },
  };
  const { digest } = inMemoryVault();
  const passwords = scryptPasswords({ N: 16, r: 1, p: 1 });
  const options = { shelves, digest, passwords, now, tokens, issuer: 'local' };
  return {
    shelves,
    issued,
    options,
    administration: accountAdministration(options),
    local: localIssuer(options),
    /** As after a restart: nothing but the shelves is left. */
    restarted: () => localIssuer(options),
    pass: (milliseconds: number) => {
      instant += milliseconds;
    },
  };
};

type House = ReturnType<typeof setUp>;

const added = async ({ administration }: House, login = 'awa.diallo'): Promise<string> => {
  const outcome = await administration.add(login, roles);
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.oneTimePassword;
};

const settled = async (house: House): Promise<void> => {
  const first = await added(house);
  expect(await house.local.changePassword('awa.diallo', first, CHOSEN)).toEqual({ kind: 'changed' });
};

const signedIn = async ({ local }: House) => {
  const outcome = await local.signIn('awa.diallo', CHOSEN);
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
  return outcome;
};

describe('signing in', () => {
  let house: House;
  beforeEach(() => {
    house = setUp();
  });

  it('needs a password of one’s own first: the one given only opens the way to it', async () => {
    const first = await added(house);
    expect(await house.local.signIn('awa.diallo', first)).toEqual({ kind: 'password-change-required' });
    expect(await house.local.changePassword('awa.diallo', first, first)).toEqual({
      kind: 'weak',
      because: 'unchanged',
    });
    expect(await house.local.changePassword('awa.diallo', first, CHOSEN)).toEqual({ kind: 'changed' });
    expect(await house.local.signIn('awa.diallo', first)).toEqual({ kind: 'refused' });
    expect((await house.local.signIn('awa.diallo', CHOSEN)).kind).toBe('signed-in');
  });

  it('gives a token of 15 minutes that says what the account may, and no login', async () => {
    await settled(house);
    const { token, expiresAt } = await signedIn(house);
    expect([token, expiresAt.getTime()]).toEqual(['token 1', START + 15 * MINUTE]);
    expect(house.issued).toMatchObject([{ issuer: 'local', roles }]);
    expect(JSON.stringify(house.issued)).not.toContain('awa');
  });

  it('is indifferent to capitals and blanks around the login, and to how accents were typed', async () => {
    const first = await added(house);
    const accented = 'été à Ségou, marché';
    await house.local.changePassword('awa.diallo', first, accented.normalize('NFD'));
    expect((await house.local.signIn('  Awa.DIALLO ', accented)).kind).toBe('signed-in');
  });

  it('is refused alike for a wrong password, an unknown login, and what is no login', async () => {
    await settled(house);
    for (const [login, password] of [
      ['awa.diallo', 'faux mot de passe'],
      ['nobody', CHOSEN],
      ['', CHOSEN],
      ['a b', ''],
    ] as const)
      expect(await house.local.signIn(login, password)).toEqual({ kind: 'refused' });
  });

  it('checks a password for an unknown login too: time tells nothing', async () => {
    const asked: (string | undefined)[] = [];
    const passwords = {
      ...house.options.passwords,
      fits: async (_: string, hash: { readonly kdf: string } | undefined) => {
        asked.push(hash?.kdf);
        return false;
      },
    };
    await added(house);
    const watched = localIssuer({ ...house.options, passwords });
    await watched.signIn('awa.diallo', CHOSEN);
    await watched.signIn('nobody', CHOSEN);
    await watched.signIn('', CHOSEN);
    expect(asked).toEqual(['scrypt', undefined, undefined]);
  });

  it('waits after five failures, longer after each one more, and a restart forgets nothing', async () => {
    await settled(house);
    const wrong = () => house.restarted().signIn('awa.diallo', 'faux mot de passe');
    for (let n = 0; n < 5; n += 1) expect(await wrong()).toEqual({ kind: 'refused' });
    for (const seconds of [60, 120, 240]) {
      expect(await house.restarted().signIn('awa.diallo', CHOSEN)).toEqual({
        kind: 'locked',
        retryAfterSeconds: seconds,
      });
      house.pass(seconds * 1_000);
      expect(await wrong()).toEqual({ kind: 'refused' });
    }
    house.pass(60 * MINUTE);
    expect((await house.local.signIn('awa.diallo', CHOSEN)).kind).toBe('signed-in');
    expect(await wrong()).toEqual({ kind: 'refused' });
    expect((await house.local.signIn('awa.diallo', CHOSEN)).kind).toBe('signed-in');
  });

  it('waits alike for a login nobody has', async () => {
    for (let n = 0; n < 5; n += 1) await house.local.signIn('nobody', CHOSEN);
    expect(await house.local.signIn('nobody', CHOSEN)).toEqual({ kind: 'locked', retryAfterSeconds: 60 });
  });

  it('makes no attempt free, however many come at once', async () => {
    await settled(house);
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () => house.local.signIn('awa.diallo', 'faux mot de passe')),
    );
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(5);
    expect(outcomes.filter(({ kind }) => kind === 'locked')).toHaveLength(7);
  });

  it('is locked for changing a password as well', async () => {
    await settled(house);
    for (let n = 0; n < 5; n += 1)
      await house.local.changePassword('awa.diallo', 'faux', 'un autre mot long');
    expect(await house.local.changePassword('awa.diallo', CHOSEN, 'un autre mot long')).toMatchObject({
      kind: 'locked',
    });
  });

  it.each([
    ['court', 'too-short'],
    ['aaaaaaaaaaaaaaaa', 'too-plain'],
    ['x'.repeat(200) + 'abcdefgh'.repeat(10), 'too-long'],
    ['bonjour awa.diallo 1', 'contains-login'],
  ])('takes no weak password: %s', async (password, because) => {
    const first = await added(house);
    expect(await house.local.changePassword('awa.diallo', first, password)).toEqual({
      kind: 'weak',
      because,
    });
  });

  it('takes a one-time password for a week', async () => {
    const first = await added(house);
    house.pass(8 * 24 * 60 * MINUTE);
    expect(await house.local.changePassword('awa.diallo', first, CHOSEN)).toEqual({ kind: 'refused' });
  });

  it('hashes anew what was hashed more cheaply', async () => {
    await settled(house);
    const dearer = localIssuer({ ...house.options, passwords: scryptPasswords({ N: 32, r: 1, p: 1 }) });
    expect((await dearer.signIn('awa.diallo', CHOSEN)).kind).toBe('signed-in');
    for await (const { password } of house.shelves.accounts.scan({})) expect(password.N).toBe(32);
    expect((await dearer.signIn('awa.diallo', CHOSEN)).kind).toBe('signed-in');
  });
});

describe('a session', () => {
  let house: House;
  beforeEach(async () => {
    house = setUp();
    await settled(house);
  });

  it('goes on with a new refresh token each time, after a restart too', async () => {
    let { refreshToken } = await signedIn(house);
    for (let n = 0; n < 3; n += 1) {
      const next = await house.restarted().refresh(refreshToken);
      if (next.kind !== 'signed-in') throw new Error(next.kind);
      expect(next.refreshToken).not.toBe(refreshToken);
      refreshToken = next.refreshToken;
    }
  });

  it('is over for everybody when a token that had served comes back', async () => {
    const { refreshToken } = await signedIn(house);
    const next = await house.local.refresh(refreshToken);
    if (next.kind !== 'signed-in') throw new Error(next.kind);
    expect(await house.local.refresh(refreshToken)).toEqual({ kind: 'over' });
    expect(await house.local.refresh(next.refreshToken)).toEqual({ kind: 'over' });
  });

  it('goes on for one alone of two who come with the same token at once, then for none', async () => {
    const { refreshToken } = await signedIn(house);
    const both = await Promise.all([house.local.refresh(refreshToken), house.local.refresh(refreshToken)]);
    expect(both.filter(({ kind }) => kind === 'signed-in').length).toBeLessThanOrEqual(1);
    for (const one of both)
      if (one.kind === 'signed-in')
        expect(await house.local.refresh(one.refreshToken)).toEqual({ kind: 'over' });
  });

  it('leaves others of the same account alone', async () => {
    const [one, other] = [await signedIn(house), await signedIn(house)];
    await house.local.revoke(one.refreshToken);
    expect(await house.local.refresh(one.refreshToken)).toEqual({ kind: 'over' });
    expect((await house.local.refresh(other.refreshToken)).kind).toBe('signed-in');
  });

  it.each([
    ['disabled', (h: House) => h.administration.disable('awa.diallo')],
    ['reset', (h: House) => h.administration.reset('awa.diallo')],
    ['removed', (h: House) => h.administration.remove('awa.diallo')],
    [
      'given another password',
      (h: House) => h.local.changePassword('awa.diallo', CHOSEN, 'tout autre chose ici'),
    ],
  ])('is over at once when its account is %s', async (_, end) => {
    const { refreshToken } = await signedIn(house);
    await end(house);
    expect(await house.local.refresh(refreshToken)).toEqual({ kind: 'over' });
    expect((await house.local.signIn('awa.diallo', CHOSEN)).kind).not.toBe('signed-in');
  });

  it('is over at once even when it began while its account was being disabled', async () => {
    const { refreshToken } = await signedIn(house);
    const [session] = await house.shelves.sessions.getMany([refreshToken.split('.')[0] ?? '']);
    await house.administration.disable('awa.diallo');
    if (session !== undefined) await house.shelves.sessions.put(session);
    await house.administration.enable('awa.diallo');
    if (session !== undefined) await house.shelves.sessions.put(session);
    expect(await house.local.refresh(refreshToken)).toEqual({ kind: 'over' });
  });

  it('carries the roles of now', async () => {
    const { refreshToken } = await signedIn(house);
    await house.administration.grant('awa.diallo', { role: 'auditor', territory: null });
    await house.administration.revoke('awa.diallo', roles[0]);
    await house.local.refresh(refreshToken);
    expect(house.issued.at(-1)?.roles).toEqual([{ role: 'auditor', territory: null }]);
  });

  it('ends when nobody used it for half a day, and after a week in any case', async () => {
    const idle = await signedIn(house);
    house.pass(12 * 60 * MINUTE);
    expect(await house.local.refresh(idle.refreshToken)).toEqual({ kind: 'over' });
    let { refreshToken } = await signedIn(house);
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      house.pass(6 * 60 * MINUTE);
      const next = await house.local.refresh(refreshToken);
      if (next.kind !== 'signed-in') throw new Error(`${hours} h: ${next.kind}`);
      refreshToken = next.refreshToken;
    }
    house.pass(6 * 60 * MINUTE);
    expect(await house.local.refresh(refreshToken)).toEqual({ kind: 'over' });
  });

  it.each([
    '',
    '.',
    'x',
    'a.b',
    `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}.${'A'.repeat(43)}`,
    'é'.repeat(9_000),
  ])('is not had for %p', async (token) => {
    expect(await house.local.refresh(token)).toEqual({ kind: 'over' });
    await house.local.revoke(token);
  });
});
