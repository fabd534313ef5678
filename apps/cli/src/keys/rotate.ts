import { rotateKeys, type KeysRotated } from '@benkan/vault-mongo';
import type { Run, Said } from '../command';
import { withStores } from '../stores';
import { mustHaveKek, withVault } from './opened-vault';

const linesOf = ({ rewrapped, verified, kekId }: KeysRotated, file: string): readonly string[] => [
  `Clé de chiffrement remplacée et ancienne détruite : ${file} est maintenant la clé ${kekId}.`,
  `  clés de données déplacées : ${rewrapped}, relues : ${verified}`,
  'Ce qui a été effacé ne peut plus être ouvert par personne.',
  'À faire maintenant : remplacez les deux copies scellées de la clé et détruisez les anciennes,',
  'puis prenez une nouvelle sauvegarde (les précédentes ne rendent plus les noms).',
];

const rotated = async (said: Said, file: string, result: KeysRotated): Promise<0 | 1> => {
  if (result.cleanSince !== undefined) {
    linesOf(result, file).forEach(said.say);
    return 0;
  }
  said.say(
    `Ancienne clé gardée : ${result.failed.length} clés de données ne s’ouvrent pas sous la nouvelle.`,
  );
  result.failed.slice(0, 20).forEach((id) => said.say(`  ${id}`));
  said.say('Prévenez le responsable technique ; rien n’est perdu, la rotation se relance.');
  return 1;
};

export const runRotateKeys: Run = (said) => {
  const file = mustHaveKek(said);
  return withStores<0 | 1>(said.config, (urls) =>
    withVault(urls, file, async (vault) => rotated(said, file, await rotateKeys(file, vault))),
  );
};
