import { introduceReal } from '@benkan/laptop';
import { CannotDo, type Run } from './command';

/** Makes a directory for real data, and says what to do with its key. */
export const runInit: Run = async ({ config, options, say }) => {
  const { real, passphrase } = options;
  if (typeof real !== 'string' || real === '')
    throw new CannotDo('dites quel dossier : benkan init --real <dossier>');
  const { said, folder } = await introduceReal({
    folder: real,
    kekFile: config.kekFile,
    passphrase: passphrase === true,
  });
  const lines = said.length > 0 ? said : [`  ${folder.path} est déjà un dossier de données réelles.`];
  [...lines, '', `  Démarrer : npm start -- --real ${folder.path}`].forEach(say);
  return 0;
};
