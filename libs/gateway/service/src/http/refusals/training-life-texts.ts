import { bilingual, type Texts } from '../text';

/** What each refusal about the life and the outcome of a training says to a person. */
export const trainingLifeTexts: Texts = bilingual({
  'training-cancelled': [
    'Formation annulée',
    'Une formation annulée ne porte plus rien ; programmez-en une autre.',
    'Training cancelled',
    'Nothing is recorded of a cancelled training; plan another one.',
  ],
  'training-closed': [
    'Formation close',
    'Une formation close ne change que par une correction avec le motif.',
    'Training closed',
    'A closed training changes only by a correction with the reason.',
  ],
  'training-not-closed': [
    'Formation non close',
    'Prononcez d’abord la clôture de la formation.',
    'Training not closed',
    'Close the training first.',
  ],
  'training-not-over': [
    'Formation en cours',
    'Attendez son dernier jour, ou reportez-la pour en retirer les jours non tenus.',
    'Training not over',
    'Wait for its last day, or postpone it to drop the days that were not held.',
  ],
  'training-has-begun': [
    'Formation commencée',
    'Ce qui a commencé a eu lieu : reportez les jours restants ou prononcez la clôture.',
    'Training has begun',
    'What has begun took place: postpone the days left, or close the training.',
  ],
  'day-already-held': [
    'Jour déjà tenu',
    'Un jour avec des présences ou une session reste parmi les jours.',
    'Day already held',
    'A day with attendance or a session stays among the days.',
  ],
  'session-overlaps': [
    'Sessions qui se recouvrent',
    'Un jour se tient en entier ou par demi-journées, pas les deux.',
    'Sessions overlap',
    'A day is held whole or in halves, not both.',
  ],
  'facilitator-unknown': [
    'Facilitateur inconnu',
    'Choisissez un facilitateur de cette formation.',
    'Facilitator unknown',
    'Choose a facilitator of this training.',
  ],
  'questions-repeat': [
    'Question répétée',
    'Chaque question ne figure qu’une fois.',
    'Question repeated',
    'Each question stands once.',
  ],
  'counts-do-not-fit-scale': [
    'Nombres hors échelle',
    'Donnez un nombre par niveau de l’échelle, du moins au plus satisfait.',
    'Counts do not fit the scale',
    'Give one count for each level of the scale, from the least to the most satisfied.',
  ],
  'satisfaction-not-recorded': [
    'Satisfaction non enregistrée',
    'Enregistrez-la d’abord ; on ne corrige que ce qui est écrit.',
    'Satisfaction not recorded',
    'Record it first; only what is written can be corrected.',
  ],
  'attendance-missing': [
    'Présences manquantes',
    'Enregistrez d’abord la liste de présence.',
    'Attendance missing',
    'Record the attendance sheet first.',
  ],
  'rule-exceeds-days': [
    'Règle au-delà des jours',
    'On ne peut exiger plus de jours que la formation n’en a.',
    'Rule exceeds the days',
    'No more days can be asked for than the training has.',
  ],
  'reason-missing': [
    'Motif manquant',
    'Un rapport est déjà déposé : dites pourquoi un autre le remplace.',
    'Reason missing',
    'A report is filed already: say why another takes its place.',
  ],
  'certificate-not-earned': [
    'Attestation non acquise',
    'differences montre qui n’a pas signé assez de jours.',
    'Certificate not earned',
    'differences points at those who did not sign enough days.',
  ],
  'certificate-unknown': [
    'Attestation inconnue',
    'Vérifiez le numéro de l’attestation.',
    'Certificate unknown',
    'Check the number of the certificate.',
  ],
});
