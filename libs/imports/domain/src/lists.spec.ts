import { hints, recognise, type ImportKind, type ProblemCode, type Row } from './index';

const drafts = (kind: ImportKind, ...rows: readonly Row[]) => {
  const outcome = recognise(kind, [{ name: 'Feuille', rows }]);
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.rows;
};
const values = (kind: ImportKind, ...rows: readonly Row[]) =>
  drafts(kind, ...rows).map((draft) => {
    if (draft.kind !== 'row') throw new Error(JSON.stringify(draft));
    return draft.values;
  });
const codes = (kind: ImportKind, ...rows: readonly Row[]): readonly (readonly ProblemCode[])[] =>
  drafts(kind, ...rows).map((draft) =>
    draft.kind === 'refused' ? draft.problems.map(({ code }) => code) : [],
  );

describe('a list of committees', () => {
  const header = ['code_commune', 'nom', 'niveau', 'acte', 'date_installation', 'modele'];
  const row = (template: string | null): Row => [
    ...['ML090101', 'CCS-C', 'commune', 'Décret n°2019-0041/PM-RM', '07/12/2023'],
    template,
  ];

  it.each([
    ['COMMUNE_22', 'COMMUNE_22'],
    ['commune-22', 'COMMUNE_22'],
    ['Commune 22 sièges', 'COMMUNE_22'],
    ['22 seats', 'COMMUNE_22'],
    ['', null],
    ['néant', null],
    [null, null],
  ])('reads the template %j', (template, expected) =>
    expect(values('committees', header, row(template))).toMatchObject([{ template: expected }]),
  );

  it.each(['Modèle', 'Template', 'modele de composition', 'Committee template'])('under %s', (label) =>
    expect(values('committees', [...header.slice(0, -1), label], row('COMMUNE_22'))).toMatchObject([
      { template: 'COMMUNE_22' },
    ]),
  );

  it('needs no such column', () =>
    expect(values('committees', header.slice(0, -1), row(null).slice(0, -1))).toMatchObject([
      { template: null },
    ]));

  it.each(['REGION_30', '220', 'communal'])('guesses no other composition from %s', (template) =>
    expect(codes('committees', header, row(template))).toEqual([['unknown-template']]),
  );
});

describe('a map of actors', () => {
  const header = [
    ...['code_commune', 'date', 'acteur', 'categorie', 'influence_1_5', 'interet_1_5'],
    ...['siege_au_ccs', 'groupe_exclu', 'strategie_inclusion'],
  ];
  const cafo: Row = ['ML090101', '2024-11-15', 'CAFO', 'ORG_FEMMES', '3', '5', 'non', 'oui', 'Deux sièges'];
  const withCell = (index: number, cell: string | number | boolean | null): Row =>
    cafo.map((old, at) => (at === index ? cell : old));

  it('reads an actor a row', () => {
    expect(drafts('actor-map', header, cafo)).toEqual([
      {
        ...{ line: 2, kind: 'row', identity: 'actor-map|ML090101|2024-11-15|cafo', warnings: [] },
        values: {
          ...{ communeCode: 'ML090101', date: '2024-11-15', actor: 'CAFO', kind: 'ORGANISATION' },
          ...{ category: 'ORG_FEMMES', influence: 3, interest: 5, seat: false },
          ...{ excluded: 'WOMEN', strategy: 'Deux sièges' },
        },
      },
    ]);
  });

  it('reads English headers and marks', () => {
    const english = [
      ...['Commune code', 'Mapping date', 'Actor', 'Category', 'Influence (1-5)', 'Interest (1-5)'],
      ...['Seat on committee', 'Excluded group', 'Inclusion strategy', 'Kind'],
    ];
    const row = ['ML090101', '15/11/2024', 'Youth', 'youth', 4, '4/5', '✓', 'no', null, 'role'];
    expect(values('actor-map', english, row)).toMatchObject([
      {
        ...{ date: '2024-11-15', kind: 'ROLE', category: 'ORG_JEUNES', influence: 4, interest: 4 },
        ...{ seat: true, excluded: null, strategy: null },
      },
    ]);
  });

  it.each<[string, number, string | boolean | null, object]>([
    ['a seat of which nothing is said', 6, null, { seat: null }],
    ['a seat marked x', 6, 'x', { seat: true }],
    ['a group named itself', 7, 'Déplacés', { excluded: 'DISPLACED' }],
    ['a group by the category of its actor', 3, 'ORG_JEUNES', { excluded: 'YOUTH' }],
    ['any other group by its actor', 3, 'ONG', { excluded: 'OTHER' }],
  ])('reads %s', (_, index, cell, expected) =>
    expect(values('actor-map', header, withCell(index, cell))).toMatchObject([expected]),
  );

  it('takes a group of which nothing is said for unsaid', () => {
    const [row] = values('actor-map', header, withCell(7, null).slice(0, 8));
    expect(row).toMatchObject({ excluded: undefined, strategy: null });
  });

  it.each<[string, number, string | number | null, ProblemCode]>([
    ['an influence of 0', 4, 0, 'unreadable-rating'],
    ['an interest of 6', 5, '6', 'unreadable-rating'],
    ['half an interest', 5, '3,5', 'unreadable-rating'],
    ['no actor', 2, null, 'missing-value'],
    ['a category of its own', 3, 'FORCES_DU_MAL', 'unknown-category'],
    ['a seat that is neither yes nor no', 6, 'peut-être', 'unknown-yes-no'],
    ['a day that is none', 1, '2024-02-31', 'unreadable-date'],
  ])('refuses %s', (_, index, cell, code) => {
    expect(codes('actor-map', header, withCell(index, cell))).toEqual([[code]]);
    expect(hints[code]).toMatch(/\.$/);
  });

  it('takes an actor whose group has its seat by now, and says that the strategy is not', () =>
    expect(drafts('actor-map', header, withCell(7, 'non'))).toMatchObject([
      { kind: 'row', values: { excluded: null }, warnings: [{ code: 'strategy-without-group' }] },
    ]));

  it('takes no person: neither class nor expiry could be said', () =>
    expect(codes('actor-map', [...header, 'Type'], [...cafo, 'personne'])).toEqual([['unknown-actor-kind']]));

  it('refuses both of two rows that say otherwise of one actor', () =>
    expect(
      codes(
        'actor-map',
        header,
        cafo,
        withCell(2, '« Cafo »').map((cell, at) => (at === 4 ? 5 : cell)),
      ),
    ).toEqual([
      ['differs-within-file', 'differs-within-file'],
      ['differs-within-file', 'differs-within-file'],
    ]));
});
