import { verifyBackup } from '@benkan/archive';
import type { Run } from '../command';
import { foldersOf } from './folders';
import { faultLine, findingLines, manifestLines } from './texts';

export const runVerifyBackup: Run = async (said) => {
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
};
