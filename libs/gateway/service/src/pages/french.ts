/** What the page calls each domain: its name, then what it holds. */
export const TAGS: Readonly<Record<string, readonly [string, string]>> = {
  registry: ['Registre', 'Territoires, comités et participants.'],
  meetings: ['Réunions', 'Convocations, présences et recommandations.'],
  training: ['Formations', 'Sessions, présences et résultats de tests.'],
  imports: ['Imports', 'Des fiches Excel ou CSV, reprises ligne par ligne.'],
  analytics: ['Indicateurs', 'Chaque part avec son numérateur et son dénominateur.'],
};

/** What the page calls each operation; an operation without a line keeps its English summary. */
export const TITLES: Readonly<Record<string, string>> = {
  'registry.register-unit': 'Enregistrer une unité territoriale avec ses codes',
  'registry.list-units': 'Lister les unités territoriales',
  'registry.get-unit': 'Lire une unité territoriale',
  'registry.establish-committee': 'Établir le comité d’une unité en vertu d’un acte',
  'registry.list-committees': 'Lister les comités',
  'registry.get-committee': 'Lire un comité',
  'registry.install-committee': 'Enregistrer le jour d’installation d’un comité',
  'registry.register-participant': 'Inscrire un participant ; noms et téléphone vont au coffre',
  'registry.list-participants': 'Lister les participants, sans données personnelles',
  'registry.search-participants': 'Retrouver un participant par code de fiche ou téléphone',
  'registry.get-participant': 'Lire un participant, sans données personnelles',
  'registry.correct-participant': 'Corriger un participant, avec le motif',
  'registry.reveal-participant': 'Ouvrir les données d’un participant pour un but déclaré',
  'meetings.convene': 'Convoquer une réunion d’un comité',
  'meetings.list-meetings': 'Lister les réunions, la plus récente d’abord',
  'meetings.get-meeting': 'Lire une réunion et son ordre du jour',
  'meetings.hold': 'Enregistrer la tenue d’une réunion et sa présidence',
  'meetings.record-attendance': 'Enregistrer une ligne de la liste de présence',
  'meetings.get-attendance': 'Lire la liste de présence d’une réunion',
  'meetings.correct-attendance': 'Corriger une ligne de présence, avec le motif',
  'meetings.record-tally': 'Enregistrer les présences en nombres seulement',
  'meetings.issue-recommendation': 'Émettre une recommandation à ses destinataires',
  'meetings.list-recommendations': 'Lister les recommandations, la plus récente d’abord',
  'meetings.get-recommendation': 'Lire une recommandation',
  'meetings.report-progress': 'Signaler l’avancement d’une recommandation',
  'meetings.claim-implementation': 'Déclarer une mise en œuvre, avec sa preuve',
  'meetings.verify-implementation': 'Vérifier une mise en œuvre déclarée par un autre',
  'training.plan': 'Programmer une formation : unité, jours, thèmes, groupe',
  'training.list-trainings': 'Lister les formations, la plus récente d’abord',
  'training.get-training': 'Lire une formation, ses présences et ses tests, sans noms',
  'training.record-attendance': 'Enregistrer la présence d’un participant un jour de formation',
  'training.correct-attendance': 'Corriger un jour de présence, avec le motif',
  'training.record-test-results': 'Enregistrer les tests avant et après d’un participant',
  'training.correct-test-results': 'Corriger des résultats de tests, avec le motif',
  'imports.list-imports': 'Lister les imports des 30 derniers jours',
  'imports.receive': 'Importer un classeur ou un CSV',
  'imports.get-import': 'Suivre un import et lire son rapport, par page de lignes',
  'imports.get-refused-rows': 'Télécharger les lignes refusées pour les corriger',
  'analytics.get-indicators': 'Lire les indicateurs d’une période, par territoire',
};

export const STATUSES: Readonly<Record<string, string>> = {
  200: 'Fait.',
  201: 'Créé ; son adresse est dans Location.',
  202: 'Reçu ; l’avancement se lit à l’adresse de Location.',
  304: 'Ce que vous tenez (If-None-Match) est toujours vrai.',
  400: 'En-tête ou corps illisible.',
  401: 'Sans jeton, ou jeton refusé.',
  403: 'Votre rôle ne le permet pas.',
  404: 'Inconnu, ou hors de votre territoire.',
  409: 'Refus du domaine, avec son code.',
  412: 'If-Match dépassé : currentRevision dit où l’on en est.',
  413: 'Trop volumineux.',
  415: 'Type de contenu non lu.',
  422: 'Champs non valables, chacun avec son pointeur JSON ; à l’écriture, clé déjà employée.',
  503: 'Indisponible : renvoyez la même demande après Retry-After.',
};

export const ROLES: Readonly<Record<string, string>> = {
  secretary: 'Secrétaire d’un comité',
  president: 'Président ou présidente d’un comité',
  'focal-point': 'Point focal des communes',
  supervisor: 'Suivi-évaluation',
  trainer: 'Formateur ou formatrice',
  national: 'Échelon national (CRSS)',
  'security-focal-point': 'Point focal d’un corps de sécurité',
  'protection-officer': 'Protection des données personnelles',
  auditor: 'Audit : historique et preuves, jamais de noms',
  donor: 'Bailleur : agrégats seulement',
  operator: 'Exploitation technique',
};

export const PLACES: Readonly<Record<string, string>> = {
  path: 'chemin',
  query: 'requête',
  header: 'en\u2011tête',
  cookie: 'témoin',
};

export const HEADERS: Readonly<Record<string, string>> = {
  'Idempotency-Key': 'Même clé et même corps : même commande, comptée une fois.',
  'If-Match': 'La révision que vous tenez pour actuelle.',
  'If-None-Match': 'L’ETag de la réponse que vous tenez.',
  'Benkan-At-Least': 'La position que la réponse doit inclure.',
  'Benkan-Wait': 'Attente en millisecondes, 2000 au plus.',
};
