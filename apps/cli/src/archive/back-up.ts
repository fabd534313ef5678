import { backUp } from '@benkan/archive';
import { existsSync, readFileSync } from 'node:fs';
import type { Run } from '../command';
import type { CliConfig } from '../config';
import { knownFolder, withStores } from '../stores';
import { foldersOf } from './folders';
import { withSource } from './source';
import { findingLines, manifestLines, progressLine } from './texts';

// four addresses say nothing of a folder
const aboutOf = (config: CliConfig): Readonly<Record<string, string>> => {
  if (config.stores !== undefined) return {};
  const { marker, kekSalt } = knownFolder(config);
  const { kind, demonstration } = marker();
  // no secret, and without it a passphrase opens nothing
  const salt = existsSync(kekSalt) ? { kekSalt: readFileSync(kekSalt, 'utf8').trim() } : {};
  return { kind, demonstration, ...salt };
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
