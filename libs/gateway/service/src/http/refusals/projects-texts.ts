import { bilingual, type Texts } from '../text';

/** What each refusal about a project says to a person. */
export const projectsTexts: Texts = bilingual({
  'project-unknown': [
    'Projet inconnu',
    'Choisissez un projet de /v1/projects.',
    'Project unknown',
    'Choose a project of /v1/projects.',
  ],
  'project-closed': [
    'Projet clos',
    'Le projet est clos ; ce qu’il visait reste tel quel.',
    'Project closed',
    'The project is closed; what it aimed at stays as it was.',
  ],
  'ends-before-it-begins': [
    'Fin avant le début',
    'Le dernier jour ne peut précéder le premier ; vérifiez les dates.',
    'Ends before it begins',
    'The last day cannot precede the first; check the days.',
  ],
  'codes-repeat': [
    'Code répété',
    'Chaque code-objet et chaque marqueur ne figure qu’une fois.',
    'Code repeated',
    'Each purpose code and each marker stands once.',
  ],
  'donor-name-missing': [
    'Nom du bailleur absent',
    'Un bailleur « OTHER » demande un nom (donorOther).',
    'Donor’s name missing',
    'A donor OTHER needs a name (donorOther).',
  ],
  'donor-name-not-needed': [
    'Nom du bailleur de trop',
    'Le code dit déjà qui est le bailleur ; retirez donorOther, ou choisissez « OTHER ».',
    'Donor’s name not needed',
    'The code says who the donor is; leave donorOther out, or choose OTHER.',
  ],
  'window-too-narrow': [
    'Période trop courte',
    'Une cible ou un appui tomberait hors de la période du projet ; retirez la cible d’abord, ou élargissez.',
    'Window too narrow',
    'A target or a support would fall outside the window; withdraw the target first, or widen it.',
  ],
  'support-not-named': [
    'Appui à préciser',
    'Nommez un comité (committeeId) ou une unité (unitId), l’un des deux.',
    'Support not named',
    'Name a committee (committeeId) or a unit (unitId), one of the two.',
  ],
  'outside-the-window': [
    'Hors de la période du projet',
    'Ces jours sortent de la période du projet ; vérifiez-les, ou révisez d’abord la période.',
    'Outside the window',
    'These days lie outside the project’s window; check them, or revise the window first.',
  ],
  'already-supported': [
    'Déjà appuyé',
    'Le projet appuie déjà ce comité ou cette unité ce jour-là.',
    'Already supported',
    'The project supports this committee or unit on that day already.',
  ],
  'not-supported': [
    'Pas appuyé',
    'Le projet n’appuie ni ce comité ni cette unité ; voyez /v1/projects/{id}.',
    'Not supported',
    'The project supports neither; see /v1/projects/{id}.',
  ],
  'share-above-one': [
    'Part supérieure à 1',
    'Le numérateur d’une part ne dépasse pas son dénominateur.',
    'Share above one',
    'The numerator of a share does not exceed its denominator.',
  ],
  'baseline-of-another-kind': [
    'Référence d’une autre nature',
    'La valeur de référence et la cible sont toutes deux des nombres, ou toutes deux des parts.',
    'Baseline of another kind',
    'The baseline and the target are both counts, or both shares.',
  ],
  'reason-missing': [
    'Motif absent',
    'Une autre cible vaut pour cette période ; pour la remplacer, donnez un motif.',
    'Reason missing',
    'Another target stands for this period; to take its place, give a reason.',
  ],
  'target-unknown': [
    'Cible inconnue',
    'Choisissez une cible du projet dans /v1/projects/{id}.',
    'Target unknown',
    'Choose a target of the project in /v1/projects/{id}.',
  ],
});
