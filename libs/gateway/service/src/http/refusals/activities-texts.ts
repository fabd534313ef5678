import { bilingual, type Texts } from '../text';

/** What each refusal about a community activity says to a person. */
export const activitiesTexts: Texts = bilingual({
  'activity-unknown': [
    'Activité inconnue',
    'Choisissez une activité de /v1/activities.',
    'Activity unknown',
    'Choose an activity of /v1/activities.',
  ],
  'activity-withdrawn': [
    'Activité retirée',
    'Elle a été retirée et ne change plus ; enregistrez-en une autre.',
    'Activity withdrawn',
    'It was withdrawn and changes no more; record another one.',
  ],
  'another-committee': [
    'Autre comité',
    'Une activité reste celle de son comité : retirez-la, puis enregistrez-la pour l’autre.',
    'Another committee',
    'An activity stays of its committee: withdraw it, then record it for the other.',
  ],
  'other-kind-missing': [
    'Nature à préciser',
    'Dites dans otherKind de quelle activité il s’agit.',
    'Kind to be told',
    'Say in otherKind what activity it was.',
  ],
});
