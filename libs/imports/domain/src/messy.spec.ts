import fc from 'fast-check';
import { recognise, type Cell, type ImportKind, type Row, type Sheet } from './index';

const unaccented = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

const headers: Readonly<Record<string, readonly string[]>> = {
  'N°': ['N°', 'n', 'No', 'Numéro'],
  Code: ['Code', 'CODE', 'Code participant', 'Participant code'],
  'Prénom(s)': ['Prénom(s)', 'PRENOMS', ' prénom ', 'First name', 'First names'],
  Nom: ['Nom', 'NOM', 'Last name', 'nom de famille', 'Surname'],
  Sexe: ['Sexe', 'SEXE (H/F)', 'Sex', 'genre'],
  'Tranche d’âge': ['Tranche d’âge', "TRANCHE D'AGE", 'tranche_d_age', 'Age group', 'Age band'],
  Structure: ['Structure', 'STRUCTURE ', 'Organisation', 'Institution'],
  Quartier: ['Quartier', 'quartier/village', 'Neighbourhood'],
  Contact: ['Contact', 'Téléphone', 'TEL.', 'N° de téléphone', 'Phone'],
  'Émargement J1': [
    'Émargement J1',
    'EMARGEMENT  J1',
    'Signature jour 1',
    'J1',
    'Day 1',
    'Émargement du 02/12/2024',
  ],
  'Émargement J2': ['Émargement J2', 'emargement j2', 'Signature jour 2', 'J 2', 'Day 2', '2024-12-03'],
  'Pré-test /20': ['Pré-test /20', 'PRE TEST /20', 'pretest (/20)', 'Pre-test /20'],
  'Post-test /20': ['Post-test /20', 'POST TEST/20', 'Note post-test sur 20'],
};

const spellings: Readonly<Record<string, readonly Cell[]>> = {
  'BKOI-001': ['BKOI-001', ' bkoi-001 ', 'BKOI - 001'],
  H: ['H', 'h', 'M', 'Homme', ' masculin'],
  F: ['F', 'f', 'Femme', 'FÉMININ', 'Female'],
  '18-24': ['18-24', '18 – 24', '18 à 24', '18-24 ans', 'de 18 à 24 ans', 21],
  '60+': ['60+', '60 et plus', '60 ans et plus', '+60', '60 and over', 63],
  NR: ['NR', null, '', 'non renseigné', '-'],
  X: ['X', 'x', '1', 1, 'oui', '✓', true, 'Présent'],
  absent: [null, '', 0, 'non', 'absent', '-', false],
  '12.5': [12.5, '12,5', '12.5', '12,5/20'],
  '+223 00 45 12 10': [
    '+223 00 45 12 10',
    '00 45 12 10',
    '0022300451210',
    "'+223 00 45 12 10",
    '223-00-45-12-10',
  ],
};

const table: readonly Row[] = [
  [
    1,
    'BKOI-001',
    'Mamadou',
    'Konaté',
    'H',
    '18-24',
    'Gendarmerie nationale',
    'Sotuba',
    '+223 00 45 12 10',
    'X',
    'X',
    6,
    '12.5',
  ],
  [
    2,
    'BKOI-002',
    'Awa',
    'Traoré',
    'F',
    '60+',
    'Association de parents d’élèves',
    'Banconi',
    '',
    'X',
    'absent',
    7,
    null,
  ],
  [3, null, 'Oumou', 'Diarra', 'F', 'NR', 'CAFO', null, null, 'X', 'X', null, null],
];

const dates = [
  'Dates : 2024-12-02 et 2024-12-03',
  'DATES: 02/12/2024 et 03/12/2024',
  'Dates : du 2 au 3 décembre 2024',
  'Date: lundi 2 et mardi 3 décembre 2024',
  'Dates : 2-12-24, 3-12-24',
  'Dates: from 2 to 3 December 2024',
];
const communes: readonly Row[] = [
  ['Code commune : ML090101'],
  ['CODE COMMUNE:', null, 'ml090101'],
  ['Commune code', 'ML090101'],
];
const noise: readonly Row[] = [
  [],
  [null, ''],
  ['TOTAL GÉNÉRAL', 3],
  ['Total', null, null, 2, 1],
  [null, ' '],
];

const choose = <T>(options: readonly T[]) => fc.constantFrom(...options);
const spelled = (cell: Cell) => choose(spellings[String(cell)] ?? [cell]);
const cased = (text: string) =>
  choose([text, text.toUpperCase(), unaccented(text), `  ${text} `, text.replace('’', "'")]);

const headRows = fc
  .tuple(
    choose(dates),
    choose(communes),
    cased('Liste de présence – Formation, groupe 1'),
    cased('Thèmes : gouvernance participative ; RSS'),
  )
  .map(([date, commune, title, themes]): Row[] => [[title, title, title], [themes], [date], commune]);

const headerRow = fc.tuple(...Object.values(headers).map(choose)).map((labels): Row => labels);
const dataRows = fc.tuple(...table.map((row) => fc.tuple(...row.map(spelled)).map((cells): Row => cells)));
const gaps = fc.array(choose(noise), { maxLength: 2 });
const order = fc.shuffledSubarray([...Array(13).keys()], { minLength: 13 });

const messySheet: fc.Arbitrary<Sheet> = fc
  .tuple(headRows, fc.tuple(headerRow, dataRows), fc.tuple(gaps, gaps, gaps, gaps), order)
  .map(([above, [header, data], between, columns]) => {
    const shuffled = (row: Row): Row => columns.map((column) => row[column] ?? null);
    const below = data.flatMap((row, index) => [...(between[index + 1] ?? []), shuffled(row)]);
    return {
      name: 'a',
      rows: [...above, ...(between[0] ?? []).filter((row) => row.length < 2), shuffled(header), ...below],
    };
  });

const draftsOf = (kind: ImportKind, sheet: Sheet) => {
  const outcome = recognise(kind, [sheet]);
  if (outcome.kind === 'refused') return outcome;
  const { title: _, ...head } = outcome.head;
  return { head, rows: outcome.rows.map(({ line: __, ...row }) => row), warnings: outcome.warnings };
};

const clean: Sheet = {
  name: 'a',
  rows: [
    ['Liste, groupe 1'],
    ['Thèmes : gouvernance participative ; RSS'],
    [dates[0] ?? ''],
    communes[0] ?? [],
    Object.keys(headers),
    ...table,
  ],
};

describe('however a sheet is written', () => {
  it('the clean one is read', () => {
    expect(draftsOf('training-attendance', clean)).toMatchObject({
      head: { communeCode: 'ML090101', days: ['2024-12-02', '2024-12-03'], group: 1 },
      rows: [
        { kind: 'row', values: { sex: 'M', ageBand: '18-24', post: 12.5, phone: '+22300451210' } },
        { kind: 'row', values: { sex: 'F', ageBand: '60+', pre: 7, post: null } },
        { kind: 'row', identity: null, values: { code: null, ageBand: 'NR' } },
      ],
    });
  });

  it('the drafts are the same', () => {
    fc.assert(
      fc.property(messySheet, (sheet) => {
        expect(draftsOf('training-attendance', sheet)).toEqual(draftsOf('training-attendance', clean));
      }),
      { numRuns: 300 },
    );
  });

  it('any cells at all are recognised or refused, never thrown', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant({ day: '2024-12-02' }),
      choose(Object.keys(headers)),
      choose(dates),
      choose([
        'Code commune : ML090101',
        'Date : 1/1/2025',
        'Réunion statutaire',
        'code_commune',
        'date',
        'femmes',
        'Statut',
      ]),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 15 }), { maxLength: 12 });
    const kinds: readonly ImportKind[] = [
      'training-attendance',
      'meeting-attendance',
      'meeting-tallies',
      'recommendations',
      'committees',
      'actor-map',
      'participants',
    ];
    fc.assert(
      fc.property(choose(kinds), rows, choose([...table]), (kind, above, row) => {
        const outcome = recognise(kind, [
          { name: 'a', rows: [...above, Object.keys(headers), row, ...above] },
        ]);
        expect(['recognised', 'refused']).toContain(outcome.kind);
      }),
      { numRuns: 500 },
    );
  });
});
