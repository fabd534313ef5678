import type { AttendanceSheet, ExpectedMember } from './attendance-sheet';
import type { Certificate } from './certificate';
import type { BandCount } from './headcount';
import type { Minutes } from './minutes';
import type { TrainingReport } from './training-report';

export const CREATED = '2024-11-20T09:00:00.000Z';

const FIRST = ['Awa', 'Moussa', 'Fatoumata Binta', 'Sékou', 'Djénéba', 'Ibrahim', 'Cheick Oumar', 'Hawa'];
const LAST = ['Traoré', 'Keïta', 'Coulibaly', 'Sissoko', 'Diarra', 'Togola', 'Maïga', 'Haïdara'];
const SEATS = [
  'Chef de quartier',
  'Commissaire de police',
  'Présidente de la CAFO',
  'Imam',
  'Conseiller communal',
];
const STRUCTURES = [
  'Coordination des chefs de quartier',
  'Police nationale',
  'CAFO communale',
  'Mosquée',
  'Mairie',
];
const KINDS = [
  'LEGITIMITE_TRADITIONNELLE',
  'POLICE',
  'ORG_FEMMES',
  'LEADER_RELIGIEUX',
  'EXECUTIF_COMMUNAL',
] as const;
const QUARTERS = ['Lafiabougou', 'Hamdallaye', 'Taliko', 'Sébénikoro', 'Djicoroni-Para'];
const BANDS = ['18-24', '25-29', '30-35', '36-40', '41-59', '60+'] as const;

const of = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;
const padded = (value: number, length: number): string => String(value).padStart(length, '0');

const memberOf = (index: number): ExpectedMember => ({
  participantId: `00000000-0000-5000-8000-${padded(index, 12)}`,
  code: `BKOIV-${padded(index + 1, 3)}`,
  firstNames: of(FIRST, index),
  lastName: of(LAST, index * 3 + 1),
  structure: of(STRUCTURES, index),
  structureKind: of(KINDS, index),
  neighbourhood: of(QUARTERS, index),
  seat: of(SEATS, index),
  sex: index % 3 === 0 ? 'F' : 'M',
  ageBand: of(BANDS, index),
  phone: index % 4 === 0 ? `76 ${padded(index % 100, 2)} 45 12` : null,
  quality: index % 7 === 6 ? 'ALTERNATE' : 'MEMBER',
  erased: index === 12,
});

/** A sheet with so many people expected. */
export const sheetOf = (members: number, mode: AttendanceSheet['mode'] = 'NOMINATIVE'): AttendanceSheet => ({
  meetingId: '8f14e45f-ceea-5a7e-9c3b-1d2e3f4a5b6c',
  committee: 'Comité consultatif de sécurité de la Commune IV',
  commune: 'Commune IV',
  communeCode: 'ML090104',
  meetingKind: 'STATUTORY',
  on: '2024-11-21',
  place: 'Salle de réunion de la mairie',
  presidingCapacity: 'MAIRE',
  agenda: ['Approbation du dernier procès-verbal', 'Suivi des recommandations', 'Éclairage public', 'Divers'],
  mode,
  named: mode === 'NOMINATIVE',
  members:
    mode === 'TALLY' ? [] : Array.from({ length: members }, (_, index) => shownIn(mode, memberOf(index))),
});

const shownIn = (mode: AttendanceSheet['mode'], member: ExpectedMember): ExpectedMember =>
  mode === 'NOMINATIVE'
    ? member
    : { ...member, firstNames: null, lastName: null, structure: null, neighbourhood: null, phone: null };

const bands: readonly BandCount[] = [
  { band: '18-24', women: 1, men: 2, notReported: 0 },
  { band: '25-29', women: 1, men: 2, notReported: 0 },
  { band: '30-35', women: 1, men: 1, notReported: 0 },
  { band: '41-59', women: 2, men: 9, notReported: 0 },
  { band: '60+', women: 1, men: 1, notReported: 1 },
];

const corps = [
  { corps: 'POLICE', count: 3 },
  { corps: 'GENDARMERIE', count: 1 },
  { corps: 'GARDE_NATIONALE', count: 1 },
] as const;

export const minutesExample: Minutes = {
  committee: 'Comité consultatif de sécurité de la Commune IV',
  commune: 'Commune IV',
  number: '2024-11',
  meetingKind: 'STATUTORY',
  heldOn: '2024-11-21',
  place: 'Salle de réunion de la mairie',
  openedAt: '09:05',
  closedAt: '12:30',
  presiding: { capacity: 'MAIRE', name: 'Moussa Keïta' },
  secretary: 'Awa Traoré',
  present: { total: 22, women: 6, youth: 8, fsi: 5 },
  ...{ excused: 3, absent: 1, represented: 2, bands, corps },
  quorum: 'Quorum : 22 présents ou représentés sur 28 membres ; le règlement intérieur demande la moitié.',
  agenda: [
    'Approbation du procès-verbal de la réunion du 17 octobre 2024',
    'Suivi des recommandations précédentes',
    "Point sur l'éclairage public",
    'Divers',
  ],
  followUp: [
    {
      number: 'R-2024-07',
      text: "Réparer l'éclairage de la route de Lafiabougou, du marché au pont",
      addressee: 'Mairie de la Commune IV',
      state: 'Répondu : travaux annoncés pour décembre',
    },
    {
      number: 'R-2024-08',
      text: 'Organiser une patrouille mixte aux abords des écoles aux heures de sortie',
      addressee: 'Commissariat du 5e arrondissement',
      state: 'Mise en œuvre, à vérifier',
    },
  ],
  situation: ['Éclairage public', 'Occupation des voies', 'Stupéfiants et jeunes'],
  exchanges: [
    {
      item: "Éclairage public : qu'est-ce qui a changé ?",
      text:
        'Le représentant de la mairie informe que 40 lampadaires sur 120 sont réparés, soit 33,33 %. Les femmes du marché disent : "le soir, nous rentrons par l\'autre route".\n' +
        'Le commissaire propose un suivi mensuel ; la CAFO demande que les points noirs soient relevés quartier par quartier.',
    },
    { item: 'Divers', text: 'Une journée de salubrité est prévue à Taliko.' },
  ],
  recommendations: [
    {
      number: 'R-2024-09',
      text: "Achever l'éclairage de la route de Lafiabougou et publier le calendrier des travaux",
      addresseeType: 'EXECUTIF_LOCAL',
      addressee: 'Mairie de la Commune IV',
      responsible: 'Direction des services techniques',
      dueOn: '2025-01-31',
    },
    {
      number: 'R-2024-10',
      text: 'Désigner un point focal pour les femmes au commissariat',
      addresseeType: 'ACTEUR_SECURITE',
      ...{ addressee: null, responsible: null, dueOn: null },
    },
  ],
  other: ['Le comité remercie la radio du quartier.'],
  next: { on: '2024-12-19', place: 'à la mairie' },
  status: 'ADOPTED',
  adoptedOn: '2024-12-19',
  errata: [{ on: '2025-01-16', text: 'Lire « 42 lampadaires » au lieu de « 40 ».' }],
  fingerprint: '9f2c41d07a5be83e',
};

export const certificateExample: Certificate = {
  number: 'BKO-2024-0137',
  participant: 'Fatoumata Binta Coulibaly',
  training: "L'évaluation sécuritaire participative et la formulation de recommandations",
  themes: ['Police de proximité', 'Gouvernance participative', 'Formulation de recommandations'],
  ...{ from: '2024-12-02', to: '2024-12-04', place: 'Bamako', daysAttended: 3, daysHeld: 3 },
  issuer: ['WANEP-Mali', 'Commissariat à la réforme du secteur de la sécurité'],
  signatories: [
    { role: 'Le coordinateur national', name: null },
    { role: 'Le facilitateur principal', name: 'Sékou Maïga' },
  ],
  ...{ issuedOn: '2024-12-04', issuedIn: 'Bamako', fingerprint: '51ab0c77e2d9443f' },
};

export const reportExample: TrainingReport = {
  issuer: ['WANEP-Mali', 'Projet CCS-C du District de Bamako'],
  title: "Formation des membres des CCS-C à l'évaluation sécuritaire participative",
  themes: ['Police de proximité', 'Évaluation sécuritaire participative', 'Formulation de recommandations'],
  ...{ from: '2024-12-02', to: '2024-12-04', place: 'Maison des jeunes, Commune IV' },
  context:
    'Le décret n°2019-0041/PM-RM du 29 janvier 2019 crée les comités consultatifs de sécurité. Les comités de Bamako, installés le 7 décembre 2023, demandent un appui : comment évaluer ensemble la situation, et comment formuler une recommandation à laquelle on répond ?',
  generalObjective: 'Renforcer les capacités des membres des comités.',
  specificObjectives: [
    'Connaître les mandats, rôles et responsabilités ;',
    'Pratiquer une évaluation sécuritaire participative ;',
    'Formuler une recommandation : destinataire, responsable, échéance.',
  ],
  expectedResults: ['Chaque comité dispose de trois recommandations formulées.'],
  methodology: 'Exposés courts, travaux de groupe, jeux de rôle en français et en bamanankan (bɛnkan).',
  facilitators: [
    { name: 'Sékou Maïga', role: 'facilitateur principal' },
    { name: 'Hawa Diarra', role: 'facilitatrice' },
  ],
  days: [
    { on: '2024-12-02', count: { total: 84, women: 15, youth: 28, fsi: 16 } },
    { on: '2024-12-03', count: { total: 82, women: 15, youth: 27, fsi: 15 } },
    { on: '2024-12-04', count: { total: 80, women: 14, youth: 27, fsi: 15 } },
  ],
  participants: { total: 504, women: 91, youth: 165, fsi: 94 },
  bands,
  structures: corps,
  tests: { paired: 78, meanBefore: 9.25, meanAfter: 14.5, improved: 71, outOf: 20 },
  satisfaction: [
    { question: 'Contenu de la formation', topTwo: 71, answers: 80 },
    { question: 'Organisation et logistique', topTwo: 58, answers: 79 },
  ],
  difficulties: ["Coupures d'électricité le deuxième jour"],
  recommendations: ['Tenir une session de suivi dans trois mois.'],
  conclusion: 'Les participants remercient les organisateurs.',
  attendees: Array.from({ length: 30 }, (_, index) => ({
    name: `${of(FIRST, index)} ${of(LAST, index * 3 + 1)}`,
    structure: of(STRUCTURES, index),
    days: 3 - (index % 2),
  })),
  writtenOn: '2024-12-10',
  fingerprint: null,
};
