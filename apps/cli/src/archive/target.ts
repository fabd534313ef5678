import { constants, copyFileSync, existsSync, writeFileSync } from 'node:fs';
import type { Manifest } from '@benkan/archive';
import { openDataFolder, openRealFolder, startStores, whereRunning, type DataFolder } from '@benkan/laptop';
import { loadKek } from '@benkan/vault-mongo';
import { CannotDo, type Said } from '../command';
import type { Stores } from '../stores';

/** Stores to restore into, and what remains to be done and said once they are full. */
export type Target = Stores & { readonly finish: () => string };

export const given = ({ options }: Said, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

const assertOpens = (file: string, keks: readonly string[]): void => {
  if (!existsSync(file))
    throw new CannotDo(`${file} n’existe pas : donnez la clé de chiffrement de la sauvegarde`);
  const { id } = loadKek({ file });
  if (keks.length > 0 && !keks.includes(id))
    throw new CannotDo(`${file} est la clé ${id} ; la sauvegarde s’ouvre avec ${keks.join(' ou ')}`);
};

/** Puts the key where a demonstration looks for it; never over another. */
const demonstrationKey = ({ kekFile = '' }: DataFolder, kek: string | undefined): string => {
  if (kek === undefined)
    return `Avant de démarrer, placez la clé de chiffrement dans ${kekFile} (droits 0600).`;
  if (!existsSync(kekFile)) copyFileSync(kek, kekFile, constants.COPYFILE_EXCL);
  return `La clé de chiffrement est dans ${kekFile}.`;
};

type Place = { readonly folder: DataFolder; readonly finish: () => string };

const demonstration = (said: Said, { about }: Manifest): Place => {
  const folder = openDataFolder({ folder: said.config.dataFolder, ephemeral: false, empty: true });
  return {
    folder,
    finish: () => {
      // a folder that showed its figures before shows them again
      if (about['demonstration'] === 'loaded') folder.mark('loaded');
      return demonstrationKey(folder, given(said, 'kek'));
    },
  };
};

const real = (said: Said, { about, keks }: Manifest): Place => {
  const salt = about['kekSalt'];
  const kekFile = salt === undefined ? (given(said, 'kek') ?? said.config.kekFile) : undefined;
  if (salt === undefined && kekFile === undefined)
    throw new CannotDo(
      'la sauvegarde est de données réelles : dites où est sa clé de chiffrement, par --kek ou BENKAN_KEK_FILE, hors du dossier et du programme',
    );
  if (kekFile !== undefined) assertOpens(kekFile, keks);
  const { folder } = openRealFolder({
    folder: said.config.dataFolder,
    kekFile,
    makeKey: ({ kekSalt }) => {
      if (salt !== undefined && !existsSync(kekSalt)) writeFileSync(kekSalt, `${salt}\n`, { mode: 0o600 });
    },
  });
  return {
    folder,
    finish: () =>
      kekFile === undefined
        ? 'Démarrez avec --passphrase : la phrase secrète de la sauvegarde ouvre les noms.'
        : `Démarrez avec BENKAN_KEK_FILE=${kekFile}.`,
  };
};

/** The stores to restore into: never those of a running stack, and of the kind the backup was taken of. */
export const targetOf = async (said: Said, manifest: Manifest): Promise<Target> => {
  const { stores, dataFolder } = said.config;
  const kek = given(said, 'kek');
  if (kek !== undefined) assertOpens(kek, manifest.keks);
  if (stores !== undefined)
    return {
      urls: stores,
      close: () => Promise.resolve(),
      finish: () => 'Démarrez les services avec la clé de chiffrement de la sauvegarde.',
    };
  // what servers held may be real
  const { folder, finish } =
    manifest.about['kind'] === 'demo' ? demonstration(said, manifest) : real(said, manifest);
  if (whereRunning(folder) !== undefined)
    throw new CannotDo(`Benkan tourne sur ${dataFolder} : restaurez dans un autre dossier (BENKAN_DATA=…)`);
  return { ...(await startStores(folder)), finish };
};
