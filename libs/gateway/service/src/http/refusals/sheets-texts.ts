import { bilingual, type Texts } from '../text';

/** What each refusal about a sheet, an agenda or a calendar says to a person. */
export const sheetsTexts: Texts = bilingual({
  'meeting-already-held': [
    'Réunion déjà tenue',
    'Une réunion tenue ne se reporte ni ne s’annule.',
    'Meeting already held',
    'A meeting that was held is neither postponed nor cancelled.',
  ],
  'meeting-cancelled': [
    'Réunion annulée',
    'Cette réunion a été annulée ; convoquez-en une autre.',
    'Meeting cancelled',
    'This meeting was cancelled; convene another one.',
  ],
  'planned-that-day-already': [
    'Déjà prévue ce jour',
    'La réunion est prévue ce jour-là ; choisissez un autre jour.',
    'Planned that day already',
    'The meeting is planned for that day; choose another one.',
  ],
  'cancellation-reason-missing': [
    'Motif d’annulation manquant',
    'Avec la cause OTHER, dites le motif en toutes lettres.',
    'Cancellation reason missing',
    'With the cause OTHER, say the reason in words.',
  ],
  'sheet-has-problems': [
    'Liste à corriger',
    'Rien n’a été enregistré ; chaque ligne en cause est indiquée avec son motif.',
    'Sheet to be corrected',
    'Nothing was recorded; each line at fault is named with its reason.',
  ],
  'same-person-twice': [
    'Personne inscrite deux fois',
    'Gardez une seule ligne par personne.',
    'Same person twice',
    'Keep one line a person.',
  ],
  'attendance-sheet-closed': [
    'Liste de présence close',
    'Une liste close ne change que par une correction motivée.',
    'Attendance sheet closed',
    'A closed sheet changes only by a correction with its reason.',
  ],
  'represented-without-a-seat': [
    'Représentation impossible',
    'Seuls un membre ou un suppléant peuvent être représentés.',
    'Represented without a seat',
    'Only a member or an alternate can be represented.',
  ],
  'not-represented': [
    'Personne non représentée',
    'Un représentant n’est nommé que pour une personne représentée.',
    'Not represented',
    'A representative is named only for a person who is represented.',
  ],
  'sheet-is-empty': [
    'Liste de présence vide',
    'Enregistrez d’abord les présences, ou leur comptage.',
    'Attendance sheet empty',
    'Record the attendance first, or its counts.',
  ],
  'young-women-exceed-a-part': [
    'Comptage incohérent',
    'Les jeunes femmes ne peuvent dépasser ni les femmes ni les jeunes.',
    'Inconsistent tally',
    'Young women cannot exceed the women, nor the youth.',
  ],
  'voice-group-twice': [
    'Groupe compté deux fois',
    'Réunissez en un seul groupe les mêmes catégorie, sexe et tranche d’âge.',
    'Group counted twice',
    'Put the same category, sex and age band into one group.',
  ],
  'turns-without-speakers': [
    'Prises de parole incohérentes',
    'Il faut au moins autant de prises de parole que d’intervenants, et un intervenant pour proposer.',
    'Inconsistent speaking turns',
    'There are at least as many turns as speakers, and somebody must speak to propose.',
  ],
  'voice-exceeds-presence': [
    'Plus d’intervenants que de présents',
    'Comparez avec la liste de présence.',
    'More speakers than people present',
    'Compare with the attendance sheet.',
  ],
  'item-twice': [
    'Point inscrit deux fois',
    'Chaque point de l’ordre du jour a son propre identifiant.',
    'Item twice',
    'Each item of the agenda has an id of its own.',
  ],
  'frequency-unknown': [
    'Fréquence inconnue',
    'Enregistrez d’abord la règle du comité : mensuelle ou trimestrielle.',
    'Frequency unknown',
    'Record the committee’s rule first: monthly or quarterly.',
  ],
  'installed-after-that-year': [
    'Comité installé plus tard',
    'Choisissez une année où le comité était installé.',
    'Installed after that year',
    'Choose a year in which the committee was installed.',
  ],
});
