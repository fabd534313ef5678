import { existsSync } from 'node:fs';
import { databaseOf } from '@benkan/hosting';
import { openKnownFolder, type StoreUrls } from '@benkan/laptop';
import type { Vault, VaultUpkeep } from '@benkan/vault';
import { loadKeks, openVault } from '@benkan/vault-mongo';
import { CannotDo, type Said } from '../command';

/** The file of the key-encryption key: the one typed, the one of the environment, the folder's own. */
export const kekFileOf = ({ options, config: { kekFile, stores, dataFolder } }: Said): string | undefined => {
  const typed = options['kek'];
  if (typeof typed === 'string') return typed;
  if (kekFile !== undefined || stores !== undefined) return kekFile;
  return openKnownFolder({ folder: dataFolder, kekFile }).kekFile;
};

/** As `kekFileOf`. Throws `CannotDo` where there is none. */
export const mustHaveKek = (said: Said): string => {
  const file = kekFileOf(said);
  if (file !== undefined && existsSync(file)) return file;
  throw new CannotDo(
    file === undefined
      ? 'où est la clé de chiffrement ? Donnez son fichier par --kek ou BENKAN_KEK_FILE (une phrase secrète se remplace au démarrage, pas ici)'
      : `${file} n’existe pas : donnez le fichier de la clé de chiffrement`,
  );
};

/** Opens the vault with the keys of a file for as long as the work lasts. */
export const withVault = async <Result>(
  { vaultUrl, keysUrl }: StoreUrls,
  kekFile: string,
  work: (vault: Vault & VaultUpkeep) => Promise<Result>,
): Promise<Result> => {
  const vault = await openVault({
    vaultUrl: databaseOf(vaultUrl, 'benkan-vault'),
    keysUrl: databaseOf(keysUrl, 'benkan-keys'),
    keks: loadKeks(kekFile),
    reload: () => loadKeks(kekFile),
  });
  try {
    return await work(vault);
  } finally {
    await vault.close();
  }
};
