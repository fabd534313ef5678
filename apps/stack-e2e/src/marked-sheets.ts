import { csv, PERSON_COLUMNS, personRow, trainingSheet, workbook, type Rows } from './sheets';

type Markers = { readonly text: () => string; readonly code: () => string; readonly phone: string };
type MarkedSheet = {
  readonly kind: string;
  readonly rows: Rows;
  readonly bytes: Buffer;
  /** How many of its rows cannot be taken. */
  readonly refused: number;
};

const COMMUNE = 'ML090105';

const committees = ({ text }: Markers): Rows => [
  ['code_commune', 'nom', 'niveau', 'acte', 'date_installation', 'frequence'],
  [COMMUNE, text(), 'COMMUNE', text(), '2023-12-07', 'MENSUELLE'],
];

const trained = ({ text, code, phone }: Markers): Rows =>
  trainingSheet(
    [
      personRow(code(), { 'Prénom(s)': text(), Nom: text(), Structure: text(), Contact: phone }),
      personRow(code(), { Nom: text(), Sexe: `femme ${code()}` }),
    ],
    { commune: COMMUNE, title: text() },
  );

const met = ({ text, code }: Markers): Rows => [
  [`Réunion statutaire ${text()}`],
  ['Date : 2024-11-21', '', `Code commune : ${COMMUNE}`],
  [`Ordre du jour : ${text()} ; ${text()}`],
  [...PERSON_COLUMNS, 'Qualité', 'Statut'],
  [code(), text(), text(), 'F', '25-29', text(), 'membre', 'présent'],
];

const REGISTER_COLUMNS = [
  'date_reunion',
  'code_commune',
  'numero',
  'theme',
  'type_destinataire',
  'destinataire',
  'statut',
  'date_statut',
  'reference_preuve',
  'declare_par',
];

const register = ({ text, code }: Markers): Rows => [
  REGISTER_COLUMNS,
  [
    ...['2024-11-21', COMMUNE, code(), text(), 'EXECUTIF_LOCAL', text()],
    ...['mise en œuvre déclarée', '2024-12-28', text(), 'secrétaire du CCS'],
  ],
];

const mapped = ({ text }: Markers): Rows => [
  [
    ...['code_commune', 'date', 'acteur', 'categorie', 'influence_1_5', 'interet_1_5'],
    ...['groupe_exclu', 'strategie_inclusion'],
  ],
  [COMMUNE, '2024-11-15', text(), 'ONG', '3', '5', 'oui', text()],
];

/** Sheets of every kind that lead to one another, a marker in whatever somebody types. One row of each can be taken. */
export const markedSheets = (markers: Markers): readonly MarkedSheet[] => {
  const sheet = (kind: string, rows: Rows, bytesOf: (rows: Rows) => Buffer, refused = 0): MarkedSheet => ({
    ...{ kind, rows, bytes: bytesOf(rows), refused },
  });
  return [
    sheet('committees', committees(markers), csv),
    sheet('training-attendance', trained(markers), workbook, 1),
    sheet('meeting-attendance', met(markers), workbook),
    sheet('recommendations', register(markers), csv),
    sheet('actor-map', mapped(markers), csv),
  ];
};
