import { backUp } from '@benkan/archive';
import { openDataFolder } from '@benkan/laptop';
import type { Run } from '../command';
import type { CliConfig } from '../config';
import { withStores } from '../stores';
import { foldersOf } from './folders';
import { withSource } from './source';
import { findingLines, manifestLines, progressLine } from './texts';

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

export const runBackup: Run = (said) =>
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
  );
