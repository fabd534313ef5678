import type {
  ADDRESSEE_TYPES,
  AGE_BANDS,
  ATTENDANCE_QUALITIES,
  MEETING_KINDS,
  PRESIDING_CAPACITIES,
  SEXES,
  STRUCTURE_KINDS,
  TRAINING_THEMES,
} from '@benkan/contracts';

type Words<Codes extends readonly string[]> = Readonly<Record<Codes[number], string>>;

/** As the sheets write them, and as imports read them back. */
export const sexWords: Words<typeof SEXES> = { F: 'F', M: 'H', NR: 'NR' };

export const ageWords: Words<typeof AGE_BANDS> = {
  UNDER_15: 'moins de 15 ans',
  '15-17': '15-17',
  '18-24': '18-24',
  '25-29': '25-29',
  '30-35': '30-35',
  '36-40': '36-40',
  '41-59': '41-59',
  '60+': '60 ans et plus',
  NR: 'NR',
};

/** « 18-24 ans », where no column says that it is an age. */
export const bandWords = (band: (typeof AGE_BANDS)[number]): string => {
  if (band === 'NR') return 'Non renseignée';
  const words = ageWords[band].replaceAll(' ', '\u00a0');
  return words.includes('ans') ? words : `${words}\u00a0ans`;
};

export const qualityWords: Words<typeof ATTENDANCE_QUALITIES> = {
  MEMBER: 'membre',
  ALTERNATE: 'suppléant',
  GUEST: 'invité',
  OBSERVER: 'observateur',
  FACILITATOR: 'facilitateur',
};

/** Réunion … */
export const meetingKindWords: Words<typeof MEETING_KINDS> = {
  STATUTORY: 'statutaire',
  EXTRAORDINARY: 'extraordinaire',
  EXTENDED: 'élargie',
};

export const capacityWords: Words<typeof PRESIDING_CAPACITIES> = {
  MAIRE: 'Maire',
  PRESIDENT_DELEGATION_SPECIALE: 'Président de la délégation spéciale',
  CARETAKER: 'Chargé d’expédier les affaires courantes',
  INTERIM: 'Intérimaire',
  GOUVERNEUR: 'Gouverneur',
  NOT_REPORTED: 'Non renseignée',
};

export const structureWords: Words<typeof STRUCTURE_KINDS> = {
  EXECUTIF_COMMUNAL: 'Exécutif communal',
  REPRESENTANT_ETAT: 'Représentant de l’État',
  POLICE: 'Police nationale',
  GENDARMERIE: 'Gendarmerie',
  GARDE_NATIONALE: 'Garde nationale',
  PROTECTION_CIVILE: 'Protection civile',
  FORCES_ARMEES: 'Forces armées',
  JUSTICE: 'Justice',
  LEGITIMITE_TRADITIONNELLE: 'Légitimité traditionnelle',
  LEADER_RELIGIEUX: 'Leader religieux',
  ORG_FEMMES: 'Organisation de femmes',
  ORG_JEUNES: 'Organisation de jeunes',
  SOCIETE_CIVILE: 'Société civile',
  ONG: 'ONG',
  CHASSEURS: 'Chasseurs',
  SERVICE_TECHNIQUE: 'Service technique',
  SECTEUR_PRIVE_TRANSPORT_COMMERCE: 'Transport et commerce',
  MEDIAS: 'Médias',
  SECURITE_PRIVEE: 'Sécurité privée',
  AUTRE: 'Autre',
};

export const addresseeWords: Words<typeof ADDRESSEE_TYPES> = {
  EXECUTIF_LOCAL: 'Exécutif local',
  ACTEUR_SECURITE: 'Acteur de la sécurité',
  AUTRE: 'Autre',
};

export const trainingThemeWords: Words<typeof TRAINING_THEMES> = {
  GOUVERNANCE_PARTICIPATIVE: 'Gouvernance participative',
  EVALUATION_SECURITAIRE: 'Évaluation sécuritaire participative',
  FORMULATION_RECOMMANDATIONS: 'Formulation de recommandations',
  POLICE_PROXIMITE: 'Police de proximité',
  MANDATS_ROLES: 'Mandats, rôles et responsabilités',
  RSS: 'Réforme du secteur de la sécurité',
  AUTRE: 'Autre thème',
};

/** At the head of what the State's bodies print. */
export const STATE_LINES = ['RÉPUBLIQUE DU MALI', 'Un Peuple – Un But – Une Foi'] as const;

/** Around the numbers of a page. */
export const PAGE_WORDS = ['Page\u00a0', '\u00a0/\u00a0'] as const;
