import type {
  ADDRESSEE_TYPES,
  ATTENDANCE_STATUSES,
  BUREAU_ROLES,
  MEMBERSHIP_END_REASONS,
  MEMBERSHIP_QUALITIES,
  RECOMMENDATION_THEMES,
} from '@benkan/contracts';
import type {
  AGENDA_ITEM_KINDS,
  ANSWER_KINDS,
  CANCELLATION_REASONS,
  RECOMMENDATION_STATUSES,
  SENDING_CHANNELS,
} from '@benkan/contracts/meetings';
import type { getProtectionPolicy } from '@benkan/contracts/registry';
import type { z } from 'zod';
import {
  addresseeWords,
  ageWords,
  capacityWords,
  meetingKindWords,
  qualityWords,
  sexWords,
  structureWords,
} from '../documents/words';

type Words<Codes extends readonly string[]> = Readonly<Record<Codes[number], string>>;
type Mode = z.output<typeof getProtectionPolicy.response>['mode'];

const attendanceStatuses: Words<typeof ATTENDANCE_STATUSES> = {
  PRESENT: 'Présent',
  EXCUSED: 'Excusé',
  ABSENT: 'Absent',
  REPRESENTED: 'Représenté',
};

const attendanceModes: Readonly<Record<Mode, string>> = {
  NOMINATIVE: 'Liste nominative',
  PSEUDONYMOUS: 'Par codes, sans noms',
  TALLY: 'Comptage seulement',
};

const membershipQualities: Words<typeof MEMBERSHIP_QUALITIES> = {
  HOLDER: 'Titulaire',
  ALTERNATE: 'Suppléant',
};

const membershipEndReasons: Words<typeof MEMBERSHIP_END_REASONS> = {
  TERM_ENDED: 'Fin de mandat',
  RESIGNATION: 'Démission',
  DEATH: 'Décès',
  POSTED_ELSEWHERE: 'Muté',
  OFFICE_ENDED: 'Fin de fonction',
  WITHDRAWN_BY_STRUCTURE: 'Retiré par sa structure',
  REPLACED: 'Remplacé',
  RECORDED_IN_ERROR: 'Enregistré par erreur',
  OTHER: 'Autre motif',
};

const bureauRoles: Words<typeof BUREAU_ROLES> = {
  VICE_PRESIDENT: 'Vice-présidence',
  SECRETARY: 'Secrétariat',
  DEPUTY_SECRETARY: 'Secrétariat adjoint',
  RAPPORTEUR: 'Rapporteur',
  TREASURER: 'Trésorerie',
  ORGANISATION: 'Organisation',
  COMMUNICATION: 'Communication',
};

const agendaItemKinds: Words<typeof AGENDA_ITEM_KINDS> = {
  OPENING: 'Ouverture',
  APPROVAL_OF_MINUTES: 'Approbation du procès-verbal',
  FOLLOW_UP: 'Suivi des recommandations',
  SECURITY_SITUATION: 'Situation sécuritaire',
  DISCUSSION: 'Échanges',
  OTHER: 'Divers',
};

const cancellationReasons: Words<typeof CANCELLATION_REASONS> = {
  INSECURITY: 'Insécurité',
  PRESIDENCY_UNAVAILABLE: 'Présidence empêchée',
  MEMBERS_UNAVAILABLE: 'Membres empêchés',
  DECISION_OF_AUTHORITY: 'Décision de l’autorité',
  LACK_OF_MEANS: 'Manque de moyens',
  HOLIDAY_OR_MOURNING: 'Jour férié ou deuil',
  CONVENED_IN_ERROR: 'Convoquée par erreur',
  OTHER: 'Autre cause',
};

const recommendationThemes: Words<typeof RECOMMENDATION_THEMES> = {
  ECLAIRAGE_PUBLIC: 'Éclairage public',
  PATROUILLES: 'Patrouilles',
  VOIRIE_OCCUPATION: 'Voirie et occupation de l’espace public',
  STUPEFIANTS_JEUNES: 'Stupéfiants et jeunes',
  INFORMATION_COMMUNAUTAIRE: 'Information communautaire',
  ACCUEIL_DES_FEMMES: 'Accueil des femmes',
  AUTRE: 'Autre thème',
};

const recommendationStatuses: Words<typeof RECOMMENDATION_STATUSES> = {
  ISSUED: 'Émise',
  SENT: 'Envoyée',
  ACKNOWLEDGED: 'Reçue',
  ANSWERED: 'Répondue',
  IN_PROGRESS: 'En cours',
  IMPLEMENTATION_CLAIMED: 'Mise en œuvre déclarée',
  IMPLEMENTATION_VERIFIED: 'Mise en œuvre vérifiée',
  REJECTED: 'Rejetée',
  ABANDONED: 'Abandonnée',
};

const answerKinds: Words<typeof ANSWER_KINDS> = {
  ACCEPTED: 'Acceptée',
  PARTLY: 'Acceptée en partie',
  DECLINED: 'Déclinée',
  INFORMATION: 'Information ou question',
};

const sendingChannels: Words<typeof SENDING_CHANNELS> = {
  LETTER: 'Lettre',
  HAND_DELIVERED: 'Remise en main propre',
  EMAIL: 'Courriel',
  PHONE: 'Téléphone',
  AT_A_MEETING: 'En réunion',
};

const addresseeTypes: Words<typeof ADDRESSEE_TYPES> = addresseeWords;

const inOrder = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([code, label]) => ({ code, label }));

/** Every closed list a form of a committee asks from, each with what a person reads. */
export const LABELLED_LISTS = Object.fromEntries(
  Object.entries({
    sexes: sexWords,
    ageBands: ageWords,
    structureKinds: structureWords,
    attendanceModes,
    attendanceStatuses,
    attendanceQualities: qualityWords,
    membershipQualities,
    membershipEndReasons,
    bureauRoles,
    meetingKinds: meetingKindWords,
    presidingCapacities: capacityWords,
    agendaItemKinds,
    cancellationReasons,
    recommendationThemes,
    recommendationStatuses,
    addresseeTypes,
    answerKinds,
    sendingChannels,
  }).map(([list, words]) => [list, inOrder(words)] as const),
);
