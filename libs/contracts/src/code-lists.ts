import { z } from 'zod';

export const SEXES = ['F', 'M', 'NR'] as const;
/** Fine enough to compute every youth definition. */
export const AGE_BANDS = [
  'UNDER_15',
  '15-17',
  '18-24',
  '25-29',
  '30-35',
  '36-40',
  '41-59',
  '60+',
  'NR',
] as const;
export const STRUCTURE_KINDS = [
  'EXECUTIF_COMMUNAL',
  'REPRESENTANT_ETAT',
  'POLICE',
  'GENDARMERIE',
  'GARDE_NATIONALE',
  'PROTECTION_CIVILE',
  'FORCES_ARMEES',
  'JUSTICE',
  'LEGITIMITE_TRADITIONNELLE',
  'LEADER_RELIGIEUX',
  'ORG_FEMMES',
  'ORG_JEUNES',
  'SOCIETE_CIVILE',
  'ONG',
  'CHASSEURS',
  'SERVICE_TECHNIQUE',
  'SECTEUR_PRIVE_TRANSPORT_COMMERCE',
  'MEDIAS',
  'SECURITE_PRIVEE',
  'AUTRE',
] as const;
export const CORPS = [
  'POLICE',
  'GENDARMERIE',
  'GARDE_NATIONALE',
  'PROTECTION_CIVILE',
  'FORCES_ARMEES',
] as const;

export const UNIT_TYPES = [
  'COUNTRY',
  'DISTRICT',
  'REGION',
  'CERCLE',
  'ARRONDISSEMENT',
  'COMMUNE',
  'NEIGHBOURHOOD',
  'VILLAGE',
  'FRACTION',
] as const;
/** Code systems that disagree with one another; each code names its system and edition. */
/** TEST: units made up for trials, so that none is ever taken for a real one. */
export const CODE_SYSTEMS = ['ISO_3166_2', 'HDX_COD', 'LOI_2023_006', 'LOI_2023_007', 'TEST'] as const;
export const COMMITTEE_LEVELS = ['REGION', 'COMMUNE'] as const;
export const FREQUENCIES = ['MONTHLY', 'QUARTERLY', 'UNKNOWN'] as const;
/** Where a committee stands in its life. */
export const COMMITTEE_STATUSES = ['ESTABLISHED', 'INSTALLED', 'SUSPENDED'] as const;
/** Compositions a committee may be established with, seats and all. */
export const COMMITTEE_TEMPLATES = ['COMMUNE_22'] as const;
/** Whom a seat is for: the same kinds as the structures people come from. */
export const SEAT_CATEGORIES = STRUCTURE_KINDS;
/** Sits by the office held (membre de droit), or is designated by a structure. */
export const SEAT_BASES = ['EX_OFFICIO', 'DESIGNATED'] as const;
export const MEMBERSHIP_QUALITIES = ['HOLDER', 'ALTERNATE'] as const;
export const MEMBERSHIP_END_REASONS = [
  'TERM_ENDED',
  'RESIGNATION',
  'DEATH',
  'POSTED_ELSEWHERE',
  'OFFICE_ENDED',
  'WITHDRAWN_BY_STRUCTURE',
  'REPLACED',
  'RECORDED_IN_ERROR',
  'OTHER',
] as const;
/** In which capacity the presidency is held. */
export const PRESIDENCY_CAPACITIES = [
  'MAIRE',
  'PRESIDENT_DELEGATION_SPECIALE',
  'CARETAKER',
  'INTERIM',
  'GOUVERNEUR',
] as const;
export const PRESIDENCY_STATES = ['HELD', 'VACANT', 'NOT_REPORTED'] as const;
export const BUREAU_ROLES = [
  'VICE_PRESIDENT',
  'SECRETARY',
  'DEPUTY_SECRETARY',
  'RAPPORTEUR',
  'TREASURER',
  'ORGANISATION',
  'COMMUNICATION',
] as const;
export const SUSPENSION_REASONS = [
  'INSECURITY',
  'NO_EXECUTIVE',
  'DECISION_OF_AUTHORITY',
  'LACK_OF_MEANS',
  'OTHER',
] as const;

export const MEETING_KINDS = ['STATUTORY', 'EXTRAORDINARY', 'EXTENDED'] as const;
/** In which capacity the session was presided. */
export const PRESIDING_CAPACITIES = [
  'MAIRE',
  'PRESIDENT_DELEGATION_SPECIALE',
  'CARETAKER',
  'INTERIM',
  'GOUVERNEUR',
  'NOT_REPORTED',
] as const;
export const ATTENDANCE_QUALITIES = ['MEMBER', 'ALTERNATE', 'GUEST', 'OBSERVER', 'FACILITATOR'] as const;
export const ATTENDANCE_STATUSES = ['PRESENT', 'EXCUSED', 'ABSENT', 'REPRESENTED'] as const;
export const RECOMMENDATION_THEMES = [
  'ECLAIRAGE_PUBLIC',
  'PATROUILLES',
  'VOIRIE_OCCUPATION',
  'STUPEFIANTS_JEUNES',
  'INFORMATION_COMMUNAUTAIRE',
  'ACCUEIL_DES_FEMMES',
  'AUTRE',
] as const;
export const ADDRESSEE_TYPES = ['EXECUTIF_LOCAL', 'ACTEUR_SECURITE', 'AUTRE'] as const;

export const TRAINING_THEMES = [
  'GOUVERNANCE_PARTICIPATIVE',
  'EVALUATION_SECURITAIRE',
  'FORMULATION_RECOMMANDATIONS',
  'POLICE_PROXIMITE',
  'MANDATS_ROLES',
  'RSS',
  'AUTRE',
] as const;
export const TRAINING_STATUSES = ['PRESENT', 'ABSENT'] as const;

export const YOUTH_DEFINITIONS = ['15-35', '18-29', '18-35'] as const;
export const IMPORT_KINDS = [
  'training-attendance',
  'meeting-attendance',
  'meeting-tallies',
  'recommendations',
  'committees',
  'participants',
  'actor-map',
] as const;
export const REVEAL_PURPOSES = [
  'DATA_CORRECTION',
  'SUBJECT_REQUEST',
  'SAFEGUARDING',
  'CONTACT',
  'VERIFICATION',
] as const;
/** What a person may agree to or not; nothing counted ever depends on it. */
export const CONSENT_PURPOSES = ['CONTACT', 'VERIFICATION', 'NOMINATIVE_EXPORT', 'PARTNER_SHARING'] as const;
export const CONSENT_CHANNELS = ['PAPER', 'ORAL', 'PHONE'] as const;
/** The last one is the house's own: an erasure that the vault remembers and the history did not. */
export const ERASURE_REASONS = [
  'SUBJECT_REQUEST',
  'CONSENT_WITHDRAWN',
  'RETENTION_EXPIRED',
  'SAFETY_RISK',
  'RECORDED_BY_MISTAKE',
  'KNOWN_TO_THE_VAULT',
] as const;

export const ROLES = [
  'secretary',
  'president',
  'focal-point',
  'supervisor',
  'trainer',
  'national',
  'security-focal-point',
  'protection-officer',
  'auditor',
  'donor',
  'operator',
  'importer',
  'system',
] as const;

export const sex = () => z.enum(SEXES);
export const ageBand = () => z.enum(AGE_BANDS);
export const structureKind = () => z.enum(STRUCTURE_KINDS);
export const corps = () => z.enum(CORPS);
export const role = () => z.enum(ROLES);

const FSI: readonly string[] = ['POLICE', 'GENDARMERIE', 'GARDE_NATIONALE'];

/** Internal security forces: police, gendarmerie, garde nationale. */
export const isFsi = (category: (typeof SEAT_CATEGORIES)[number]): boolean => FSI.includes(category);
/** Defence and security forces: the internal security forces and the armed forces. */
export const isFds = (category: (typeof SEAT_CATEGORIES)[number]): boolean =>
  isFsi(category) || category === 'FORCES_ARMEES';
