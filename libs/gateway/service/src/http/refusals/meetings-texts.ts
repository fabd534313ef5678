import { bilingual, type Texts } from '../text';

/** What each refusal about a meeting says to a person. */
export const meetingsTexts: Texts = bilingual({
  'committee-not-installed': [
    'Comité non installé',
    'Enregistrez d’abord l’installation du comité.',
    'Committee not installed',
    'Record the committee’s installation first.',
  ],
  'held-before-installation': [
    'Réunion antérieure à l’installation',
    'Vérifiez la date : le comité n’était pas installé.',
    'Held before the installation',
    'Check the date: the committee was not installed.',
  ],
  'held-in-the-future': [
    'Réunion à venir',
    'Enregistrez la réunion une fois tenue.',
    'Held in the future',
    'Record the meeting once it was held.',
  ],
  'capacity-not-of-this-level': [
    'Qualité de présidence impossible',
    'Cette qualité ne préside pas un comité de ce niveau.',
    'Capacity not of this level',
    'This capacity does not preside a committee of this level.',
  ],
  'meeting-unknown': [
    'Réunion inconnue',
    'Choisissez une réunion de /v1/meetings.',
    'Meeting unknown',
    'Choose a meeting of /v1/meetings.',
  ],
  'meeting-not-held': [
    'Réunion non tenue',
    'Enregistrez d’abord la tenue de la réunion.',
    'Meeting not held',
    'Record first that the meeting was held.',
  ],
  'attendance-is-a-tally': [
    'Présences comptées sans noms',
    'Cette réunion n’a que des comptages ; aucun nom ne peut y entrer.',
    'Attendance is a tally',
    'This meeting has counts only; no name may enter.',
  ],
  'attendance-is-nominative': [
    'Présences déjà nominatives',
    'Cette réunion a une liste nominative ; le comptage s’en déduit.',
    'Attendance is nominative',
    'This meeting has a list of names; its counts follow from it.',
  ],
  'tally-part-exceeds-total': [
    'Comptage incohérent',
    'Jeunes, FSI et membres ne peuvent dépasser femmes + hommes + non renseignés.',
    'Inconsistent tally',
    'Youth, ISF and members cannot exceed women + men + not reported.',
  ],
});
