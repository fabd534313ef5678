import { existsSync } from 'node:fs';
import { databaseOf, openAccounts, type Accounts } from '@benkan/hosting';
import { askSecret, type DataFolder, type StoreUrls } from '@benkan/laptop';
import { loadKek, loadKeks, openVault } from '@benkan/vault-mongo';
import { CannotDo } from '../command';
import type { CliConfig } from '../config';
import { knownFolder, withStores } from '../stores';

type Keys = Pick<Parameters<typeof openVault>[0], 'keks' | 'reload'>;

const mustBeReal = (config: CliConfig): DataFolder => {
  if (config.stores !== undefined)
    throw new CannotDo(
      'les comptes sont ceux d’un dossier de données (BENKAN_DATA=…) ; sur des serveurs, ce sont ceux de l’émetteur OpenID Connect',
    );
  const folder = knownFolder(config);
  if (folder.marker().kind === 'real') return folder;
  throw new CannotDo(
    `${folder.path} est un dossier de démonstration : les comptes n’existent que sur un dossier de données réelles (benkan init --real <dossier>)`,
  );
};

const keysIn = (file: string | undefined): Keys => {
  if (file === undefined)
    throw new CannotDo('indiquez la clé de chiffrement du dossier par BENKAN_KEK_FILE=…');
  // never made here: a new key would open nothing
  if (!existsSync(file))
    throw new CannotDo(`${file} n’existe pas : remettez en place une des deux copies scellées de la clé`);
  return { keks: loadKeks(file), reload: () => loadKeks(file) };
};

const keysOf = async ({ marker, kekFile, kekSalt }: DataFolder): Promise<Keys> => {
  if (marker().custody !== 'passphrase') return keysIn(kekFile);
  const passphrase = await askSecret('Phrase secrète du dossier : ');
  if (passphrase === undefined)
    throw new CannotDo('tapez la phrase secrète, ou donnez-la par l’entrée standard');
  return { keks: [loadKek({ passphrase, saltFile: kekSalt })] };
};

/** Opens the accounts of a directory for real data, running or not, for as long as the work lasts. */
export const withAccounts = async (
  config: CliConfig,
  work: (accounts: Accounts, urls: StoreUrls) => Promise<void> | void,
): Promise<0> => {
  const folder = mustBeReal(config);
  const keys = await keysOf(folder);
  await withStores(config, async (urls) => {
    const { vaultUrl, keysUrl } = urls;
    const vault = await openVault({
      ...keys,
      vaultUrl: databaseOf(vaultUrl, 'benkan-vault'),
      keysUrl: databaseOf(keysUrl, 'benkan-keys'),
    });
    try {
      const accounts = await openAccounts({ keysUrl, signingKeys: folder.signingKeys, digest: vault.digest });
      await (async () => work(accounts, urls))().finally(accounts.close);
    } finally {
      await vault.close();
    }
  });
  return 0;
};
