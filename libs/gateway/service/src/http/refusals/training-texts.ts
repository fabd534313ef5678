import { bilingual, type Texts } from '../text';

/** What each refusal about a training says to a person. */
export const trainingTexts: Texts = bilingual({
  'days-repeat': [
    'Jour répété',
    'Chaque jour de la formation ne figure qu’une fois.',
    'Day repeated',
    'Each day of the training stands once.',
  ],
  'training-unknown': [
    'Formation inconnue',
    'Choisissez une formation de /v1/trainings.',
    'Training unknown',
    'Choose a training of /v1/trainings.',
  ],
  'not-a-day-of-this-training': [
    'Jour hors formation',
    'Ce jour n’est pas un jour de cette formation.',
    'Not a day of this training',
    'This day is not one of the training’s days.',
  ],
  'day-is-in-the-future': [
    'Jour à venir',
    'Enregistrez la présence une fois le jour venu.',
    'Day is in the future',
    'Record attendance once the day has come.',
  ],
  'not-a-participant-of-this-training': [
    'Pas un participant',
    'Enregistrez d’abord sa présence à un jour.',
    'Not a participant of this training',
    'Record attendance on a day first.',
  ],
  'score-exceeds-maximum': [
    'Note supérieure au maximum',
    'Vérifiez la note et le barème.',
    'Score exceeds the maximum',
    'Check the score and its maximum.',
  ],
  'results-not-recorded': [
    'Résultats non enregistrés',
    'Enregistrez d’abord les résultats ; on ne corrige que ce qui est écrit.',
    'Results not recorded',
    'Record the results first; only what is written can be corrected.',
  ],
});
