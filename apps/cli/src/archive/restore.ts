import { readErasures, readManifest, restore } from '@benkan/archive';
import type { Run } from '../command';
import { foldersOf } from './folders';
import { withSource } from './source';
import { given, targetOf } from './target';
import { manifestLines, progressLine } from './texts';

export const runRestore: Run = async (said) => {
  const folders = foldersOf(said);
  const newer = given(said, 'erased');
  const manifest = await readManifest(folders.dir);
  const erasedSince = newer === undefined ? [] : await readErasures(newer);
  const target = await targetOf(said, manifest);
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
    said.say(target.finish());
    if ((report.manifest.vault.accounts?.records ?? 0) > 0)
      said.say(
        'Les comptes sont ceux du jour de la sauvegarde : désactivez ceux qui ont été retirés depuis (benkan accounts list).',
      );
    said.say('Les vues seront reconstruites au premier démarrage.');
    return 0;
  } finally {
    await target.close();
  }
};
