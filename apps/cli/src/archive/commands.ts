import { backUp, verifyBackup } from '@benkan/archive';
import { openDataFolder } from '@benkan/laptop';
import type { Command } from '../command';
import type { CliConfig } from '../config';
import { withStores } from '../stores';
import { foldersOf } from './folders';
import { restoreCommand } from './restore';
import { withSource } from './source';
import { faultLine, findingLines, manifestLines, progressLine } from './texts';

// four addresses say nothing of a folder
const aboutOf = ({ stores, dataFolder }: CliConfig): Readonly<Record<string, string>> => {
  if (stores !== undefined) return {};
  const { kind, demonstration } = openDataFolder({
    folder: dataFolder,
    ephemeral: false,
    empty: true,
  }).marker();
  return { kind, demonstration };
};

const backup: Command = {
  name: 'backup',
  usage: '<dossier> [--keys <dossier>]',
  summary:
    'Sauvegarde les faits et le coffre pendant que Benkan tourne, les clés à part (par défaut <dossier>.keys), puis relit tout.',
  options: { keys: 'string' },
  words: { least: 1, most: 1 },
  run: (said) =>
    withStores<0 | 1>(said.config, (urls) =>
      withSource<0 | 1>(urls, async (source) => {
        const onProgress = (progress: Parameters<typeof progressLine>[0]) => said.say(progressLine(progress));
        const about = aboutOf(said.config);
        const { dir, keysDir, manifest } = await backUp({ source, about, ...foldersOf(said), onProgress });
        said.say(`Sauvegarde faite et relue : ${dir}, clés : ${keysDir}`);
        [...manifestLines(manifest), ...findingLines(manifest.findings)].forEach(said.say);
        said.say(
          'Gardez les clés ailleurs que les données. La clé de chiffrement (kek) n’est dans aucune des deux.',
        );
        return 0;
      }),
    ),
};

const verify: Command = {
  name: 'backup verify',
  usage: '<dossier> [--keys <dossier>]',
  summary:
    'Relit une sauvegarde : empreintes, révisions, chaînes. Statut 1 à la première faute, qui est nommée.',
  options: { keys: 'string' },
  words: { least: 1, most: 1 },
  run: async (said) => {
    const verification = await verifyBackup(foldersOf(said));
    if (verification.kind === 'faulty') {
      said.say(faultLine(verification.fault));
      return 1;
    }
    const { manifest, keys } = verification;
    said.say(
      `Sauvegarde entière${keys === 'whole' ? ', clés comprises' : ' ; clés non relues (--keys <dossier>)'}.`,
    );
    [...manifestLines(manifest), ...findingLines(manifest.findings)].forEach(said.say);
    return 0;
  },
};

export const archiveCommands: readonly Command[] = [verify, backup, restoreCommand];
