import { hints, nameKey, recognise, type Cell, type ImportKind, type Row, type Sheet } from './index';

const sheet = (...rows: readonly Row[]): Sheet => ({ name: 'Feuille', rows });
const csv = (text: string): Sheet =>
  sheet(...text.split('\n').map((line) => line.split(';').map((cell) => cell || null)));

const title = 'Formation, groupe 2';
const dates = 'Dates : du 2 au 3 décembre 2024';
const commune = 'Code commune : ML090101';
const header = [
  'Code',
  'Prénom',
  'Nom',
  'Sexe',
  'Tranche d’âge',
  'Structure',
  'Contact',
  'J1',
  'J2',
  'Pré-test /20',
  'Post-test /20',
];
const awa: Row = ['A-1', 'Awa', 'Koné', 'F', '18-24', 'CAFO', null, 'X', 'X', 6, 10];
const withCell = (index: number, cell: Cell): Row => awa.map((old, at) => (at === index ? cell : old));
const training = (...rows: readonly Row[]) => sheet([title], [dates], [commune], header, ...rows);

const refusal = (kind: ImportKind, ...sheets: readonly Sheet[]) => {
  const outcome = recognise(kind, sheets);
  return outcome.kind === 'refused' ? outcome : outcome.kind;
};
const drafts = (kind: ImportKind, given: Sheet) => {
  const outcome = recognise(kind, [given]);
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.rows;
};
const problems = (kind: ImportKind, given: Sheet) =>
  drafts(kind, given).map((row) =>
    row.kind === 'refused' ? row.problems.map(({ code, value }) => [code, value]) : row.kind,
  );

describe('a whole file is refused', () => {
  it.each<[string, Sheet[], object]>([
    ['nothing at all', [], { code: 'no-header-row' }],
    ['without header', [sheet([title], ['Awa', 'Koné', 'F'])], { code: 'no-header-row' }],
    ['without data', [training(['Total', 0], [])], { code: 'no-data-rows' }],
    ['with two tables', [training(awa), training(awa)], { code: 'several-tables' }],
    ['without a commune', [sheet([dates], header, awa)], { code: 'missing-commune-code' }],
    [
      'with two communes',
      [sheet([dates], [commune], ['Code commune : ML090102'], header, awa)],
      { code: 'ambiguous-head' },
    ],
    ['without dates', [sheet([commune], header, awa)], { code: 'missing-dates' }],
    [
      'with dates that are none',
      [sheet([commune], ['Dates : 31/02/2024'], header, awa)],
      { code: 'unreadable-dates', value: '31/02/2024' },
    ],
    [
      'with month-first dates',
      [sheet([commune], ['Dates : 12/25/2024'], header, awa)],
      { code: 'unreadable-dates' },
    ],
    [
      'with dates backwards',
      [sheet([commune], ['Dates : du 4 au 2 mai 2024'], header, awa)],
      { code: 'unreadable-dates' },
    ],
    [
      'with a day too few',
      [sheet([commune], ['Dates : 2/12/2024'], header, awa)],
      { code: 'unmatched-day-columns', columns: ['J2'] },
    ],
    [
      'with a day too many',
      [sheet([commune], ['Dates : 2, 3 et 4/12/2024'], header, awa)],
      { code: 'missing-column', columns: ['Émargement J3'] },
    ],
    [
      'without sex and age',
      [
        sheet(
          [dates],
          [commune],
          header.filter((label) => !/Sexe|Tranche/.test(label)),
          awa,
        ),
      ],
      { code: 'missing-column', columns: ['Sexe', 'Tranche d’âge'] },
    ],
    [
      'with a column twice',
      [sheet([dates], [commune], [...header, 'SEXE'], awa)],
      { code: 'duplicate-column', columns: ['SEXE'] },
    ],
    [
      'with two maxima',
      [
        sheet(
          [dates],
          [commune],
          header.map((label) => label.replace('Post-test /20', 'Post-test /10')),
          awa,
        ),
      ],
      { code: 'maxima-differ' },
    ],
  ])('%s', (_, sheets, expected) =>
    expect(refusal('training-attendance', ...sheets)).toMatchObject(expected),
  );

  it.each<[string, string[], object]>([
    ['without a date', ['Réunion statutaire', commune], { code: 'missing-date' }],
    ['of no kind', ['Réunion', commune, 'Date : 2024-12-02'], { code: 'missing-meeting-kind' }],
    [
      'presided by nobody knows whom',
      ['Réunion statutaire', commune, 'Date : 2024-12-02', 'Présidence : 2e adjoint au maire'],
      { code: 'unreadable-presiding-capacity', value: '2e adjoint au maire' },
    ],
  ])('a meeting %s', (_, head, expected) => {
    const rows = [
      ...head.map((line) => [line]),
      [...header.slice(0, 6), 'Qualité', 'Statut'],
      [...awa.slice(0, 6), 'membre', 'présent'],
    ];
    expect(refusal('meeting-attendance', sheet(...rows))).toMatchObject(expected);
  });
});

describe('a row of a training sheet is refused', () => {
  it.each<[number, Cell, string]>([
    [0, 'A 1 b', 'unreadable-code'],
    [1, ' - ', 'missing-name'],
    [3, 'X', 'unknown-sex'],
    [4, 'abc', 'unknown-age-band'],
    [4, '15-35', 'unknown-age-band'],
    [4, { day: '2024-12-18' }, 'unknown-age-band'],
    [6, '76 12 34 56 / 66 12 34 56', 'unreadable-phone'],
    [6, 451210, 'unreadable-phone'],
    [7, 'M. K.', 'unknown-signature'],
    [9, 'dix', 'unreadable-number'],
    [9, '12/10', 'unreadable-number'],
    [9, 21, 'score-out-of-range'],
    [10, -1, 'score-out-of-range'],
  ])('column %i with %j: %s', (index, cell, code) => {
    const value = typeof cell === 'object' ? (cell?.day ?? null) : String(cell).trim();
    expect(problems('training-attendance', training(withCell(index, cell)))).toEqual([[[code, value]]]);
  });

  it('for every reason at once, in the words of the sheet', () => {
    const row = withCell(3, 'X').map((cell, index) => (index === 4 ? 'abc' : cell));
    expect(drafts('training-attendance', training(awa, row))[1]).toEqual({
      line: 6,
      kind: 'refused',
      problems: [
        { code: 'unknown-sex', column: 'Sexe', value: 'X' },
        { code: 'unknown-age-band', column: 'Tranche d’âge', value: 'abc' },
      ],
    });
  });

  it('not for an unknown structure, which is said', () => {
    expect(
      drafts('training-attendance', training(withCell(5, 'Amicale des épouses de gendarmes'))),
    ).toMatchObject([
      {
        kind: 'row',
        values: { structureKind: 'AUTRE', corps: null },
        warnings: [{ code: 'unknown-structure' }],
      },
    ]);
  });
});

describe('rows that are the same', () => {
  it('with the same values are one row and duplicates', () => {
    const again = awa.map((cell) => (cell === 'F' ? 'Femme' : cell));
    expect(drafts('training-attendance', training(awa, [], again, awa))).toMatchObject([
      { kind: 'row', line: 5 },
      { kind: 'duplicate', line: 7, of: 5 },
      { kind: 'duplicate', line: 8, of: 5 },
    ]);
  });

  it('with other values are refused, both, with what differs', () => {
    const found = problems('training-attendance', training(awa, withCell(4, '60+'), withCell(0, 'A-2')));
    expect(found).toEqual([[['differs-within-file', '18-24']], [['differs-within-file', '60+']], 'row']);
  });

  it('without a code are known by name, structure and phone', () => {
    const [left, right] = [
      withCell(0, null),
      withCell(0, null).map((cell) => (cell === 'Awa' ? 'AWA' : cell)),
    ];
    expect(problems('training-attendance', training(left, left, withCell(0, '')))).toEqual([
      'row',
      'duplicate',
      'duplicate',
    ]);
    expect(problems('training-attendance', training(left, right))).toEqual([
      [['differs-within-file', 'Awa']],
      [['differs-within-file', 'AWA']],
    ]);
    const key = nameKey({ firstNames: 'Awa  Fanta', lastName: 'KONÉ', structure: 'Cafo', phone: '+223 00' });
    expect(key).toBe(
      nameKey({ firstNames: 'koné', lastName: 'fanta-awa', structure: 'CAFO ', phone: '22300' }),
    );
    expect(key).toBe('awa fanta kone|cafo|22300');
  });
});

describe('lists', () => {
  const tally = 'date;code_commune;presidence;femmes;hommes;non_renseigne;jeunes;fsi;membres;total\n';

  it('tallies that do not add up', () => {
    const rows = [
      '2024-11-21;ML090105;MAIRE;30;1;0;1;1;1;20',
      '2024-12-19;ML090105;maire;5;19;0;25;7;20;24',
      '2025-01-16;ML090105;?;5;19;0;8;7;20;24',
      '2025-01-17;ML090105;;5;-1;x;8;7;20;',
    ];
    expect(problems('meeting-tallies', csv(tally + rows.join('\n')))).toEqual([
      [
        ['tally-women-exceed-total', '30'],
        ['tally-inconsistent', '20'],
      ],
      [['tally-inconsistent', '25']],
      'row',
      [
        ['unreadable-number', '-1'],
        ['unreadable-number', 'x'],
      ],
    ]);
  });

  it('recommendations that cannot be so', () => {
    const labels =
      'Date réunion;Code commune;Numéro;Thème;Type de destinataire;Destinataire;Échéance;Statut;Date statut;Référence preuve;Déclaré par;Vérifié par\n';
    const rows = [
      '5 décembre 2024;ML090105;V-1;Éclairage public;Exécutif local;Mairie;31/12/2024;mise en œuvre vérifiée;;;secrétaire;secrétaire',
      '456310;ML090105;V-2;Pavage des rues;mairie;Mairie;;faite;;;Mme Koné;',
      '05/12/2024;ML090105;V-3;Puits;autre;SOMAGEP;;émise;;;;',
    ];
    expect(problems('recommendations', csv(labels + rows.join('\n')))).toEqual([
      [
        ['missing-value', null],
        ['missing-evidence', null],
        ['verifier-is-claimer', 'secrétaire'],
      ],
      [
        ['unreadable-date', '456310'],
        ['unknown-addressee-type', 'mairie'],
        ['unknown-status', 'faite'],
        ['unknown-role', 'Mme Koné'],
      ],
      'row',
    ]);
  });
});

it('every hint is an instruction or a statement in French', () => {
  for (const hint of Object.values(hints)) expect(hint).toMatch(/^[A-ZÀÉ].{20,}\.$/);
});
