import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accountAdministration, localIssuer, scryptPasswords, type Account } from '@benkan/accounts';
import { memoryShelf, type Kek, type Shelf } from '@benkan/vault';
import { backUp } from './back-up';
import type { Source } from './copying';
import { FORMAT, sha256Of } from './manifest';
import { MANIFEST } from './paths';
import { restore } from './restore';
import { all, emptyStores, freshKek, temporaryFolder, vaultOver } from './running-system.examples';
import { verifyBackup } from './verify-backup';

const LOGIN = 'awa.diallo';
const CHOSEN = 'quatre ponts sur le fleuve';
const roles = [{ role: 'secretary', territory: randomUUID() }] as const;

/** Accounts over stores, as they are opened with the key of those stores. */
const accountsOver = async ({ shelves }: Source, kek: Kek) => {
  const { digest } = await vaultOver(shelves, [kek]);
  const options = {
    shelves: {
      accounts: shelves.accounts as Shelf<Account>,
      attempts: memoryShelf<never>(),
      sessions: memoryShelf<never>(),
    },
    ...{ digest, passwords: scryptPasswords({ N: 16, r: 1, p: 1 }), now: () => new Date(), issuer: 'local' },
    tokens: { issue: async () => ({ token: 'token', expiresAt: new Date() }) },
  };
  return { administration: accountAdministration(options), local: localIssuer(options) };
};

/** A system with one account whose password was chosen. */
const withAccount = async (kek: Kek): Promise<Source> => {
  const source = emptyStores();
  const { administration, local } = await accountsOver(source, kek);
  const added = await administration.add(LOGIN, roles);
  if ('refused' in added) throw new Error(added.refused);
  await local.changePassword(LOGIN, added.oneTimePassword, CHOSEN);
  return source;
};

describe('accounts in a backup', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => (folder = await temporaryFolder()));
  afterEach(() => folder.remove());

  it('sign in where they were restored, with the roles and the password they had', async () => {
    const kek = freshKek();
    const { manifest } = await backUp({ source: await withAccount(kek), dir: folder.at('backup') });
    expect(manifest).toMatchObject({ format: FORMAT, vault: { accounts: { records: 1 } } });
    const target = emptyStores();
    await restore({ dir: folder.at('backup'), target });
    const { administration, local } = await accountsOver(target, kek);
    expect(await administration.list()).toMatchObject([{ login: LOGIN, roles, disabled: false }]);
    expect(await local.signIn(LOGIN, CHOSEN)).toMatchObject({ kind: 'signed-in' });
    expect(await local.signIn(LOGIN, 'un autre')).toMatchObject({ kind: 'refused' });
  });

  it('are opened by no other key', async () => {
    const { dir } = await backUp({ source: await withAccount(freshKek()), dir: folder.at('backup') });
    const target = emptyStores();
    await restore({ dir, target });
    await expect(accountsOver(target, freshKek())).rejects.toMatchObject({ code: 'wrong-kek' });
    const files = (await readdir(dir, { recursive: true })).filter((file) => file.includes('.json'));
    for (const file of files) expect((await readFile(join(dir, file))).includes(LOGIN)).toBe(false);
  });

  it('may be missing: a backup of the first format is restored as ever', async () => {
    const { dir } = await backUp({ source: emptyStores(), dir: folder.at('backup') });
    const { checksum: _, ...written } = JSON.parse(await readFile(join(dir, MANIFEST), 'utf8')) as {
      readonly checksum: string;
      readonly vault: Readonly<Record<string, { readonly files: readonly { readonly path: string }[] }>>;
    };
    const { accounts, ...vault } = written.vault;
    for (const { path } of accounts?.files ?? []) await rm(join(dir, path));
    const first = { ...written, format: 1, vault };
    const checksum = sha256Of(JSON.stringify(first, null, 2));
    await writeFile(join(dir, MANIFEST), `${JSON.stringify({ ...first, checksum }, null, 2)}\n`);
    expect(await verifyBackup({ dir })).toMatchObject({ kind: 'whole' });
    const target = emptyStores();
    expect(await restore({ dir, target })).toMatchObject({ restored: { events: 0 } });
    expect(await all(target.shelves.accounts.scan({}))).toEqual([]);
  });
});
