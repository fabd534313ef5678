import { copyFileSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readErasures, readManifest, restore } from '@benkan/archive';
import { openDataFolder, startStores, whereRunning } from '@benkan/laptop';
import { loadKek } from '@benkan/vault-mongo';
import { CannotDo, type Run, type Said } from '../command';
import type { CliConfig } from '../config';
import type { Stores } from '../stores';
import { foldersOf } from './folders';
import { withSource } from './source';
import { manifestLines, progressLine } from './texts';

/** The stores to restore into: never those of a running stack. */
const targetOf = async ({ stores, dataFolder }: CliConfig): Promise<Stores> => {
  if (stores !== undefined) return { urls: stores, close: () => Promise.resolve() };
  const folder = openDataFolder({ folder: dataFolder, ephemeral: false, empty: true });
  if (whereRunning(folder) !== undefined)
    throw new CannotDo(`Benkan tourne sur ${dataFolder} : restaurez dans un autre dossier (BENKAN_DATA=…)`);
  return startStores(folder);
};

const given = ({ options }: Said, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

// a folder that showed its figures before shows them again
const markAsBefore = (dataFolder: string, about: Readonly<Record<string, string>>): void => {
  const folder = openDataFolder({ folder: dataFolder, ephemeral: false, empty: true });
  if (about['demonstration'] === 'loaded') folder.mark('loaded');
};

const assertOpens = (file: string, keks: readonly string[]): void => {
  if (!existsSync(file))
    throw new CannotDo(`${file} n’existe pas : donnez la clé de chiffrement de la sauvegarde`);
  const { id } = loadKek({ file });
  if (keks.length > 0 && !keks.includes(id))
    throw new CannotDo(`${file} est la clé ${id} ; la sauvegarde s’ouvre avec ${keks.join(' ou ')}`);
};

/** Puts the key where the restored folder looks for it; never over another. */
const kekLine = (said: Said): string => {
  const { stores, dataFolder } = said.config;
  const kek = given(said, 'kek');
  if (stores !== undefined) return 'Démarrez les services avec la clé de chiffrement de la sauvegarde.';
  const place = join(dataFolder, 'kek');
  if (kek === undefined)
    return `Avant de démarrer, placez la clé de chiffrement dans ${place} (droits 0600).`;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (!existsSync(place)) copyFileSync(kek, place, constants.COPYFILE_EXCL);
  return `La clé de chiffrement est dans ${place}.`;
};

export const runRestore: Run = async (said) => {
  const folders = foldersOf(said);
  const [kek, newer] = [given(said, 'kek'), given(said, 'erased')];
  const { keks } = await readManifest(folders.dir);
  if (kek !== undefined) assertOpens(kek, keks);
  const erasedSince = newer === undefined ? [] : await readErasures(newer);
  const target = await targetOf(said.config);
  try {
    const report = await withSource(target.urls, (source) =>
      restore({
        ...folders,
        erasedSince,
        target: source,
        onProgress: (progress) => said.say(progressLine(progress)),
      }),
    );
    const { before, restored } = report;
    said.say(
      `Restauré et relu : ${restored.events} événements, ${restored.records} enregistrements du coffre.`,
    );
    if (before.events + before.records > 0)
      said.say(`  déjà là d’une restauration interrompue : ${before.events} et ${before.records}`);
    if (report.erased > 0) said.say(`  personnes effacées, qui ne reviennent pas : ${report.erased}`);
    manifestLines(report.manifest).forEach(said.say);
    if (said.config.stores === undefined) markAsBefore(said.config.dataFolder, report.manifest.about);
    said.say(kekLine(said));
    said.say('Les vues seront reconstruites au premier démarrage.');
    return 0;
  } finally {
    await target.close();
  }
};
