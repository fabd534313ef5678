import { bilingual, type Texts } from '../text';

/** What each refusal about the protection of people says to a person. */
export const protectionTexts: Texts = bilingual({
  'review-before-assessment': [
    'Revue avant l’évaluation',
    'La revue vient après le jour de l’évaluation ; vérifiez les dates.',
    'Review before the assessment',
    'The review comes after the day of the assessment; check the dates.',
  ],
  'loosens-the-past': [
    'Assouplissement du passé',
    'Un mode plus ouvert ne commence qu’un jour à venir ; choisissez une date à partir de demain.',
    'Loosens the past',
    'A more open mode begins on a day to come only; choose a day from tomorrow on.',
  ],
  'assessment-missing': [
    'Aucune évaluation des risques',
    'Évaluez d’abord les risques ; un mode plus ouvert se fonde sur une évaluation.',
    'No risk assessment',
    'Assess the risk first; a more open mode rests on an assessment.',
  ],
  'assessment-outdated': [
    'Évaluation trop ancienne',
    'L’évaluation précède le mode à assouplir ; évaluez de nouveau les risques.',
    'Assessment too old',
    'The assessment precedes the mode to loosen; assess the risk anew.',
  ],
  'expiry-is-past': [
    'Expiration passée',
    'Choisissez un jour d’expiration à partir d’aujourd’hui.',
    'Expiry is past',
    'Choose a day of expiry from today on.',
  ],
  'expires-too-late': [
    'Expiration trop lointaine',
    'Un export nominatif expire dans les 30 jours ; choisissez une date plus proche.',
    'Expires too late',
    'A nominative export expires within 30 days; choose an earlier day.',
  ],
  'export-unknown': [
    'Export inconnu',
    'Demandez d’abord cet export.',
    'Export unknown',
    'Request this export first.',
  ],
  'export-expired': [
    'Export expiré',
    'Son dernier jour est passé ; faites une nouvelle demande.',
    'Export expired',
    'Its last day has gone by; make a new request.',
  ],
  'approver-is-requester': [
    'Même personne',
    'Une autre personne que celle qui demande doit autoriser.',
    'Same person',
    'Somebody other than who asked must authorise.',
  ],
  'export-not-authorised': [
    'Export non autorisé',
    'Faites-le d’abord autoriser par un responsable de la protection.',
    'Export not authorised',
    'Have it authorised by a protection officer first.',
  ],
  'attendance-mode-is-tally': [
    'Comptages seulement',
    'Le mode de protection de ce comité interdit les noms ce jour-là ; enregistrez un comptage.',
    'Counts only',
    'This committee’s protection mode forbids names on that day; record a tally.',
  ],
});
