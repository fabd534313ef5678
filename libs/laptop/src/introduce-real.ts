import { loadKek } from '@benkan/hosting';
import { askSecret } from './ask-secret';
import { CannotStart } from './cannot-start';
import type { DataFolder } from './data-folder';
import { openRealFolder } from './real-folder';

export type RealWish = {
  readonly folder: string;
  readonly kekFile: string | undefined;
  /** The key is a passphrase, asked for. */
  readonly passphrase: boolean;
};

export type IntroducedReal = {
  readonly folder: DataFolder;
  readonly passphrase: string | undefined;
  /** What whoever made it must know, in French; nothing when it was there before. */
  readonly said: readonly string[];
};

const ASKED = 'Phrase secrète du dossier : ';

/** Two copies, or none of the names will ever be read again. */
const custodyLines = ({ kekFile, kekSalt }: DataFolder): readonly string[] =>
  kekFile === undefined
    ? [
        '  La phrase secrète ouvre seule les noms. Notez-la sur deux copies scellées, gardées en deux lieux.',
        `  Son sel, qui n’est pas un secret, est dans ${kekSalt} ; les sauvegardes l’emportent.`,
      ]
    : [
        `  La clé de chiffrement est dans ${kekFile} ; aucune sauvegarde ne la contient.`,
        '  Faites-en maintenant deux copies scellées, gardées en deux lieux : sans elle, tous les noms sont perdus.',
      ];

const mustSayKey = ({ kekFile, passphrase }: RealWish): void => {
  if (kekFile === undefined && !passphrase)
    throw new CannotStart(
      '--real: say where the key lies with BENKAN_KEK_FILE=… (outside the directory and the program), or --passphrase',
    );
  if (kekFile !== undefined && passphrase)
    throw new CannotStart('--real: give BENKAN_KEK_FILE or --passphrase, not both');
};

const passphraseOf = async ({ passphrase }: RealWish): Promise<string | undefined> => {
  if (!passphrase) return undefined;
  const typed = await askSecret(ASKED);
  if (typed === undefined) throw new CannotStart('--passphrase: type it, or pipe it in as one line');
  return typed;
};

/** Opens or makes a directory for real data, as a person asked for it. Throws `CannotStart`. */
export const introduceReal = async (real: RealWish): Promise<IntroducedReal> => {
  mustSayKey(real);
  const passphrase = await passphraseOf(real);
  const { folder, created } = openRealFolder({
    folder: real.folder,
    kekFile: real.kekFile,
    makeKey: ({ kekFile, kekSalt }) =>
      void loadKek(
        kekFile === undefined ? { passphrase: passphrase ?? '', saltFile: kekSalt } : { file: kekFile },
      ),
  });
  return {
    folder,
    passphrase,
    said: created ? ['', `  Dossier de données réelles créé : ${folder.path}`, ...custodyLines(folder)] : [],
  };
};
