import { bilingual, type Texts } from '../text';

/** What each refusal of the registry says to a person. */
export const registryTexts: Texts = bilingual({
  'parent-unknown': [
    'Unité parente inconnue',
    'Enregistrez d’abord l’unité parente.',
    'Parent unit unknown',
    'Register the parent unit first.',
  ],
  'unit-unknown': [
    'Unité territoriale inconnue',
    'Choisissez une unité de /v1/territories.',
    'Territorial unit unknown',
    'Choose a unit of /v1/territories.',
  ],
  'unit-has-a-committee': [
    'Comité déjà établi',
    'Cette unité a déjà un comité de ce niveau.',
    'Committee already established',
    'This unit already has a committee of this level.',
  ],
  'committee-unknown': [
    'Comité inconnu',
    'Choisissez un comité de /v1/committees.',
    'Committee unknown',
    'Choose a committee of /v1/committees.',
  ],
  'installed-in-the-future': [
    'Installation à venir',
    'Enregistrez l’installation une fois qu’elle a eu lieu.',
    'Installed in the future',
    'Record the installation once it has taken place.',
  ],
  'personal-data-erased': [
    'Données personnelles retirées',
    'Cette personne a été retirée ; enregistrez une nouvelle inscription si elle le demande.',
    'Personal data erased',
    'This person was withdrawn; register anew if they ask for it.',
  ],
  'held-by-another': [
    'Code d’une autre personne',
    'Ce code désigne déjà quelqu’un d’autre ; vérifiez la fiche.',
    'Code of another person',
    'This code already leads to somebody else; check the sheet.',
  ],
  'nothing-to-recognise-by': [
    'Rien pour reconnaître la personne',
    'Donnez un code de fiche, ou un prénom et un nom.',
    'Nothing to recognise the person by',
    'Give a sheet code, or first and last name.',
  ],
  'participant-unknown': [
    'Participant inconnu',
    'Inscrivez d’abord le participant.',
    'Participant unknown',
    'Register the participant first.',
  ],
});
