import { bilingual, type Texts } from '../text';

/** Refusals of minutes. */
export const minutesTexts: Texts = bilingual({
  'attendance-sheet-open': [
    'Liste de présence ouverte',
    'Fermez d’abord la liste de présence de la réunion.',
    'Attendance sheet still open',
    'Close the attendance sheet of the meeting first.',
  ],
  'agenda-item-unknown': [
    'Point inconnu',
    'Un échange nomme un point qui n’est pas à l’ordre du jour de la réunion.',
    'Unknown item',
    'An exchange names an item that is not on the agenda of the meeting.',
  ],
  'closed-before-it-opened': [
    'Heures inversées',
    'La clôture ne peut précéder l’ouverture : corrigez les heures.',
    'Times the wrong way round',
    'A meeting cannot close before it opened: correct the times.',
  ],
  'minutes-adopted': [
    'Procès-verbal adopté',
    'Un procès-verbal adopté ne change plus : ajoutez un erratum, avec le motif.',
    'Minutes adopted',
    'Adopted minutes no longer change: add an erratum, with the reason.',
  ],
  'minutes-not-drafted': [
    'Pas de procès-verbal',
    'Rédigez d’abord le projet de procès-verbal de la réunion.',
    'No minutes yet',
    'Draft the minutes of the meeting first.',
  ],
  'minutes-not-adopted': [
    'Procès-verbal non adopté',
    'Adoptez d’abord le procès-verbal ; un projet se réécrit et ne se transmet pas.',
    'Minutes not adopted',
    'Adopt the minutes first; a draft is written anew, and is not transmitted.',
  ],
  'adopting-meeting-not-held': [
    'Réunion non tenue',
    'Enregistrez d’abord la tenue de la réunion qui adopte le procès-verbal.',
    'Meeting not held',
    'Record first that the meeting that adopts the minutes was held.',
  ],
  'signed-before-the-meeting': [
    'Signé avant la réunion',
    'Un procès-verbal se signe le jour de la réunion ou après : corrigez la date.',
    'Signed before the meeting',
    'Minutes are signed on the day of the meeting or later: correct the day.',
  ],
  'before-the-adoption': [
    'Avant l’adoption',
    'Ce jour précède l’adoption du procès-verbal : corrigez la date.',
    'Before the adoption',
    'This day comes before the minutes were adopted: correct it.',
  ],
});
