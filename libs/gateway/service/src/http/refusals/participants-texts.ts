import { bilingual, type Texts } from '../text';

/** What each refusal about one person and their data says to a person. */
export const participantsTexts: Texts = bilingual({
  'participant-merged': [
    'Fiche fusionnée',
    'Cette fiche renvoie à une autre (mergedInto) : refaites la demande sur celle-ci.',
    'Record merged',
    'This record leads to another one (mergedInto): ask for that one.',
  ],
  'consent-withdrawn': [
    'Consentement retiré',
    'La personne ne souhaite plus que ses données servent à cela ; rien n’est montré.',
    'Consent withdrawn',
    'The person no longer agrees to this use of their data; nothing is shown.',
  ],
  'consent-in-the-future': [
    'Date à venir',
    'Enregistrez le consentement ou son retrait une fois qu’il a été exprimé.',
    'Day in the future',
    'Record the consent or its withdrawal once it was given.',
  ],
  'withdrawn-since': [
    'Retiré depuis',
    'La personne a retiré ce consentement après ce jour ; il en faut un plus récent.',
    'Withdrawn since',
    'The person withdrew this consent after that day; a newer one is needed.',
  ],
  'same-participant': [
    'La même fiche',
    'Choisissez deux fiches différentes.',
    'The same record',
    'Choose two different records.',
  ],
  'merged-elsewhere': [
    'Déjà fusionnée',
    'Cette fiche renvoie déjà à une autre personne ; vérifiez laquelle est la bonne.',
    'Merged elsewhere',
    'This record already leads to another person; check which one is right.',
  ],
  'would-close-a-circle': [
    'Fusion en rond',
    'La fiche à garder renvoie déjà à l’autre ; gardez l’autre.',
    'Merge in a circle',
    'The record to keep already leads to the other one; keep the other one.',
  ],
});
