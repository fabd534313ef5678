import { bilingual, type Texts } from './text';

/** What a batch says of single commands. */
export const batchTexts: Texts = bilingual({
  'unknown-command': [
    'Commande inconnue',
    'Prenez un nom de commande du document OpenAPI (operationId).',
    'Unknown command',
    'Take the name of a command from the OpenAPI document (operationId).',
  ],
  'earlier-failed': [
    'Une commande précédente n’est pas passée',
    'Rien n’a été tenté ; renvoyez les deux avec les mêmes clés.',
    'An earlier command did not get through',
    'Nothing was tried; send both again with the same keys.',
  ],
  'batch-cut-short': [
    'Lot interrompu',
    'Cette commande n’a pas été tentée ; renvoyez-la avec la même clé.',
    'Batch cut short',
    'This command was not tried; send it again with the same key.',
  ],
});
