import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { claimsOf, issuerAt, oneTimePassword } from './accounts';
import { findBelow } from './byte-search';
import { benkanWith } from './command-line';
import { launch, startStack, type RunningStack } from './stack';

const MINUTES = 60_000;
const CHECKOUT = resolve(__dirname, '../../..');
const CLERK = { login: 'fatoumata.coulibaly', password: 'le marché de Médine' };
const CHIEF = { login: 'seydou.traore', password: 'quatre ponts sur le fleuve' };
const WRONG = 'ce n’est pas celui-ci';

describe('a directory for real data', () => {
  let parent: string;
  let [folder, kek]: [string, string] = ['', ''];
  let benkan: ReturnType<typeof benkanWith>;

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'benkan-real-'));
    [folder, kek] = [join(parent, 'data'), join(parent, 'safe', 'kek')];
    await mkdir(join(parent, 'safe'), { mode: 0o700 });
    benkan = benkanWith({ env: { BENKAN_KEK_FILE: kek } });
  });
  afterAll(() => rm(parent, { recursive: true, force: true }));

  const start = (): Promise<RunningStack> =>
    startStack({ folder, args: ['--real', folder], env: { BENKAN_KEK_FILE: kek } });

  const oneLine = async (options: Parameters<typeof launch>[0]): Promise<string> => {
    const { ended, printed } = launch(options);
    expect(await ended).toBe(1);
    expect(printed()).toMatch(/^benkan: [^\n]+\n$/);
    return printed();
  };

  const real = (path: string, env: Readonly<Record<string, string>> = { BENKAN_KEK_FILE: kek }) =>
    oneLine({ folder, args: ['--real', path], env });

  it(
    'is made outside the program, with its key outside itself, or not at all',
    async () => {
      await symlink(CHECKOUT, join(parent, 'link'));
      expect(await real(join(CHECKOUT, 'real-data'))).toContain('outside the program');
      expect(await real(join(parent, 'link', 'real-data'))).toContain('outside the program');
      expect(await real(folder, {})).toContain('BENKAN_KEK_FILE');
      expect(await real(folder, { BENKAN_KEK_FILE: join(folder, 'kek') })).toContain(
        'outside the data directory',
      );
      expect(existsSync(folder)).toBe(false);

      const made = await benkan(folder, 'init', '--real', folder);
      expect([made.status, made.complained]).toEqual([0, '']);
      expect(made.said).toContain('deux copies scellées');
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
      expect((await stat(kek)).mode & 0o777).toBe(0o600);
      expect(await readFile(join(folder, 'benkan.json'), 'utf8')).toContain('"kind":"real"');
    },
    2 * MINUTES,
  );

  it(
    'is never a demonstration, nor open to the network without TLS',
    async () => {
      expect(await oneLine({ folder, env: { BENKAN_KEK_FILE: kek } })).toContain(
        'not a demonstration directory',
      );
      const demo = join(parent, 'demo');
      await mkdir(demo);
      await writeFile(join(demo, 'benkan.json'), '{"kind":"demo","format":1,"demonstration":"none"}\n');
      expect(await real(demo)).toContain('never becomes real');
      const refused = await benkan(demo, 'accounts', 'list');
      expect([refused.status, refused.complained]).toEqual([2, expect.stringContaining('démonstration')]);

      const open = launch({
        folder,
        args: ['--real', folder],
        env: { BENKAN_KEK_FILE: kek, HOST: '0.0.0.0' },
      });
      expect(await open.ended).toBe(1);
      expect(open.printed()).toContain('TLS only');
    },
    2 * MINUTES,
  );

  it(
    'is entered with an account: sign in, choose a password, read, refresh, and across restarts',
    async () => {
      // opened while nothing runs
      const first = await oneTimePassword(
        benkan,
        folder,
        'add',
        CHIEF.login,
        '--role',
        'supervisor',
        '--territory',
        'pays',
      );
      let stack = await start();
      await stack.says('Ctrl-C pour arrêter');
      let issuer = issuerAt(stack.url);

      expect((await issuer.say('/v1/demo/tokens', { role: 'national' })).status).toBe(404);
      expect(stack.printed()).not.toContain('démonstration');
      expect((await issuer.signIn(CHIEF.login, first)).body['code']).toBe('password-change-required');
      expect((await issuer.changePassword(CHIEF.login, first, 'court')).status).toBe(422);
      expect((await issuer.changePassword(CHIEF.login, first, CHIEF.password)).status).toBe(204);
      expect((await issuer.signIn(CHIEF.login, first)).status).toBe(401);
      const chief = await issuer.session(CHIEF.login, CHIEF.password);
      expect(JSON.stringify(claimsOf(chief.token))).not.toContain(CHIEF.login);
      const { body: units } = await issuer.get('/v1/territories?limit=1', chief.token);
      const [unit] = units['items'] as readonly { readonly id: string }[];
      if (unit === undefined) throw new Error('no territory');

      // opened while it runs
      const given = await oneTimePassword(
        ...([benkan, folder, 'add', CLERK.login] as const),
        ...(['--role', 'secretary', '--territory', unit.id] as const),
      );
      expect((await issuer.changePassword(CLERK.login, given, CLERK.password)).status).toBe(204);
      const clerk = await issuer.session(CLERK.login, CLERK.password);
      expect(claimsOf(clerk.token)).toMatchObject({ roles: [{ role: 'secretary', territory: unit.id }] });
      expect((await issuer.get('/v1/committees', clerk.token)).status).toBe(200);
      expect((await issuer.get('/v1/committees', `${clerk.token}x`)).status).toBe(401);

      // a token that served twice ends the session, for whoever holds it
      const next = await issuer.renewed(clerk.refreshToken);
      expect((await issuer.refresh(clerk.refreshToken)).body['code']).toBe('session-over');
      expect((await issuer.refresh(next.refreshToken)).status).toBe(401);
      const other = await issuer.session(CLERK.login, CLERK.password);
      expect((await issuer.revoke(other.refreshToken)).status).toBe(204);
      expect((await issuer.refresh(other.refreshToken)).status).toBe(401);

      // too many failures, and a restart that forgets none
      for (let n = 0; n < 5; n += 1) expect((await issuer.signIn(CLERK.login, WRONG)).status).toBe(401);
      const locked = await issuer.signIn(CLERK.login, CLERK.password);
      expect([locked.status, Number(locked.retryAfter) > 10]).toEqual([429, true]);
      const running = await benkan(folder, 'accounts', 'list');
      expect(running.said).toMatch(new RegExp(`${CLERK.login}\\s+bloqué jusqu’à`));

      await stack.stop();
      stack = await start();
      issuer = issuerAt(stack.url);
      expect((await issuer.signIn(CLERK.login, CLERK.password)).status).toBe(429);
      expect((await benkan(folder, 'accounts', 'unlock', CLERK.login)).said).toContain('débloqué');
      const again = await issuer.session(CLERK.login, CLERK.password);
      expect((await issuer.get('/v1/committees', chief.token)).status).toBe(200);
      expect((await issuer.renewed(chief.refreshToken)).token).not.toBe(chief.token);

      expect((await benkan(folder, 'accounts', 'disable', CLERK.login)).status).toBe(0);
      expect((await issuer.refresh(again.refreshToken)).status).toBe(401);
      expect((await issuer.signIn(CLERK.login, CLERK.password)).status).toBe(401);

      expect((await benkan(folder, 'accounts', 'rotate-key', '--compromised')).status).toBe(0);
      expect((await issuer.get('/v1/committees', chief.token)).status).toBe(401);
      expect(
        (await issuer.get('/v1/committees', (await issuer.session(CHIEF.login, CHIEF.password)).token))
          .status,
      ).toBe(200);
      await stack.stop();

      const secrets = [CLERK, CHIEF].flatMap(({ login, password }) => [login, password]);
      expect(await findBelow(folder, [...secrets, first, given])).toEqual([]);
      expect(await findBelow(join(parent, 'safe'), secrets)).toEqual([]);
    },
    4 * MINUTES,
  );

  it(
    'has commands that say what they could not do',
    async () => {
      const twice = await benkan(folder, 'accounts', 'add', CHIEF.login);
      expect([twice.status, twice.complained]).toEqual([1, 'benkan : cet identifiant est déjà pris\n']);
      expect((await benkan(folder, 'accounts', 'disable', 'personne')).status).toBe(1);
      expect(
        (await benkan(folder, 'accounts', 'grant', CHIEF.login, '--role', 'roi', '--territory', 'pays'))
          .status,
      ).toBe(2);
      expect((await benkan(folder, 'accounts', 'grant', CHIEF.login, '--role', 'auditor')).status).toBe(2);
      const nowhere = ['--role', 'secretary', '--territory', '00000000-0000-4000-8000-000000000000'];
      for (const words of [
        ['add', 'nouveau.venu', ...nowhere],
        ['grant', CHIEF.login, ...nowhere],
      ]) {
        const { status, complained } = await benkan(folder, 'accounts', ...words);
        expect([status, complained]).toEqual([2, expect.stringContaining('aucune unité')]);
      }
      expect((await benkan(folder, 'accounts', 'list')).said).not.toContain('nouveau.venu');
      const keyless = await benkanWith({})(folder, 'accounts', 'list');
      expect([keyless.status, keyless.complained]).toEqual([2, expect.stringContaining('BENKAN_KEK_FILE')]);
      const lost = await benkanWith({ env: { BENKAN_KEK_FILE: join(parent, 'safe', 'lost') } })(
        folder,
        'accounts',
        'list',
      );
      expect([lost.status, existsSync(join(parent, 'safe', 'lost'))]).toEqual([2, false]);
    },
    2 * MINUTES,
  );

  it(
    'takes its accounts along into a backup: they sign in where it is restored',
    async () => {
      const [backup, elsewhere] = [join(parent, 'backup'), join(parent, 'elsewhere')];
      const made = await benkan(folder, 'backup', backup);
      expect([made.status, made.complained]).toEqual([0, '']);
      const put = await benkan(elsewhere, 'restore', backup);
      expect([put.status, put.complained]).toEqual([0, '']);
      expect(put.said).toContain('désactivez ceux qui ont été retirés depuis');
      const listed = await benkan(elsewhere, 'accounts', 'list');
      expect(listed.said).toMatch(new RegExp(`${CHIEF.login}\\s+actif`));

      const env = { BENKAN_KEK_FILE: kek };
      const stack = await startStack({ folder: elsewhere, args: ['--real', elsewhere], env });
      try {
        const issuer = issuerAt(stack.url);
        const chief = await issuer.session(CHIEF.login, CHIEF.password);
        expect((await issuer.get('/v1/committees', chief.token)).status).toBe(200);
      } finally {
        await stack.stop();
      }
      expect(await findBelow(backup, [CHIEF.login, CLERK.login])).toEqual([]);
    },
    4 * MINUTES,
  );

  it(
    'may have a passphrase for a key, which no argument ever holds',
    async () => {
      const spoken = join(parent, 'spoken');
      const typing = (input: string) => benkanWith({ input: `${input}\n` });
      expect((await typing('trop court')(spoken, 'init', '--real', spoken, '--passphrase')).status).toBe(1);
      const phrase = 'sept pêcheurs remontent le Bani';
      expect((await typing(phrase)(spoken, 'init', '--real', spoken, '--passphrase')).status).toBe(0);
      await oneTimePassword(typing(phrase), spoken, 'add', CHIEF.login);
      expect((await typing(phrase)(spoken, 'accounts', 'list')).said).toContain(CHIEF.login);
      expect((await typing('huit pêcheurs remontent le Bani')(spoken, 'accounts', 'list')).status).toBe(1);
      expect((await benkan(spoken, 'init', '--real', spoken)).complained).toContain('--passphrase');
      expect(await findBelow(spoken, [phrase, CHIEF.login])).toEqual([]);
    },
    2 * MINUTES,
  );
});
