import type { AttendanceSheet, ExpectedMember } from './attendance-sheet';
import type { Certificate, Certificates } from './certificate';
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

const trainingId = '00000000-0000-5000-8000-000000000099';
const themes = ['POLICE_PROXIMITE', 'GOUVERNANCE_PARTICIPATIVE', 'FORMULATION_RECOMMANDATIONS'] as const;
const days = ['2024-12-02', '2024-12-03', '2024-12-04'];
const facilitators = [
  { facilitatorId: trainingId, name: 'Sékou Maïga', organisation: 'WANEP-Mali' },
  { facilitatorId: trainingId, name: 'Hawa Diarra', organisation: null },
];
const about = {
  ...{ trainingId, unitId: trainingId, unitName: 'Commune IV du District de Bamako', days, facilitators },
  title: "L'évaluation sécuritaire participative et la formulation de recommandations",
  ...{ themes: [...themes], revision: '12' },
};

const certificateOfPerson = (index: number): Certificates['certificates'][number] => ({
  code: `4TQ8-ZK2M-9W7C-${padded(index, 4)}`,
  participantId: memberOf(index).participantId,
  ...{ firstNames: of(FIRST, index), lastName: of(LAST, index * 3 + 1) },
  ...{ status: index === 2 ? 'WITHDRAWN' : 'VALID', issuedOn: '2024-12-04', daysPresent: 3 },
});

/** Of so many people; the third one was withdrawn. */
export const certificatesExample = (people: number): Certificates => ({
  ...about,
  certificates: Array.from({ length: people }, (_, index) => certificateOfPerson(index)),
});

export const certificateExample: Certificate = {
  ...about,
  ...certificateOfPerson(7),
  ...{ firstNames: 'Fatoumata Binta', lastName: 'Coulibaly' },
};

const EMPTY_BANDS = ['UNDER_15', '15-17', '36-40', 'NR'] as const;

export const reportExample: TrainingReport = {
  ...about,
  texts: {
    context:
      'Le décret n°2019-0041/PM-RM du 29 janvier 2019 crée les comités consultatifs de sécurité. Les comités de Bamako, installés le 7 décembre 2023, demandent un appui : comment évaluer ensemble la situation, et comment formuler une recommandation à laquelle on répond ?',
    generalObjective: 'Renforcer les capacités des membres des comités.',
    specificObjectives:
      '- Connaître les mandats, rôles et responsabilités ;\n- Pratiquer une évaluation sécuritaire participative ;\n- Formuler une recommandation : destinataire, responsable, échéance.',
    course:
      'Ouverture par le maire. Travaux de groupe et jeux de rôle en français et en bamanankan (bɛnkan).',
    recommendations: 'Tenir une session de suivi dans trois mois.',
    annexes: null,
  },
  expectedResults: 'Chaque comité dispose de trois recommandations formulées.',
  methodology: 'Exposés courts, travaux de groupe, jeux de rôle.',
  participants: {
    ...{ total: 504, completed: 480, women: 91, youth: 165, isf: 94 },
    bands: [...bands, ...EMPTY_BANDS.map((band) => ({ band, women: 0, men: 0, notReported: 0 }))],
    ...{ bySex: [], byAgeBand: [] },
    byStructure: [...corps.map(({ corps: key, count }) => ({ key, count })), { key: 'MEDIAS', count: 0 }],
  },
  attendanceByDay: [
    { day: '2024-12-02', present: 84, women: 15, youth: 28, isf: 16 },
    { day: '2024-12-03', present: 82, women: 15, youth: 27, isf: 15 },
    { day: '2024-12-04', present: 80, women: 14, youth: 27, isf: 15 },
  ],
  tests: { pairs: 78, unpaired: 3, gain: 20.475, meanBefore: 0.4625, meanAfter: 0.725, improved: 71 },
  satisfaction: {
    scale: 4,
    questions: [],
    topTwo: [
      { question: 'CONTENT', numerator: 71, denominator: 80 },
      { question: 'LOGISTICS', numerator: 58, denominator: 79 },
    ],
  },
  certificates: { valid: 78, withdrawn: 1 },
  people: Array.from({ length: 30 }, (_, index) => ({
    participantId: memberOf(index).participantId,
    firstNames: index === 4 ? null : of(FIRST, index),
    lastName: index === 4 ? null : of(LAST, index * 3 + 1),
    structureKind: of(KINDS, index),
    daysPresent: 3 - (index % 2),
  })),
  namesShown: true,
  filed: { filedOn: '2024-12-10', fingerprint: 'ab12'.repeat(16) },
};
