import { recognise, type Cell, type Row, type Sheet } from './index';
import { ageBand } from './values/age-band';
import { meetingStatus, quality, signedStatus } from './values/attendance';
import { presidingCapacity } from './values/presiding-capacity';
import { structure } from './values/structure';

const MEETING = '5b0c0f6e-6d57-4c38-9d4b-2f3f9c1c1a11';
const COLUMNS = [
  ...['N°', 'Code', 'Prénom(s)', 'Nom', 'Sexe', 'Tranche d’âge', 'Structure', 'Quartier'],
  ...['Fonction', 'Contact', 'Qualité', 'Émargement'],
];
const HEAD: readonly Row[] = [
  ['Réunion statutaire – CCS-C – Commune I'],
  ['Date : 16/01/2025', null, null, 'Code commune : ML090101'],
  [`Code de la réunion : benkan:meeting:${MEETING}`],
  [],
];
const AWA: Row = [
  1,
  'A-1',
  'Awa',
  'Keïta',
  'F',
  '25-29',
  'CAFO',
  null,
  'Siège',
  '76 00 11 22',
  'membre',
  'X',
];

const printed = (rows: readonly Row[] = [AWA], head = HEAD): Sheet => ({
  name: 'Liste de présence',
  rows: [...head, COLUMNS, ...rows],
});
const outcome = (...sheet: Parameters<typeof printed>) =>
  recognise('meeting-attendance', [printed(...sheet)]);
const read = (...sheet: Parameters<typeof printed>) => {
  const found = outcome(...sheet);
  if (found.kind === 'refused') throw new Error(found.code);
  return found;
};
const withCells = (changes: Readonly<Record<string, Cell>>): Row =>
  AWA.map((cell, index) => {
    const label = COLUMNS[index] ?? '';
    return label in changes ? (changes[label] ?? null) : cell;
  });

describe('the code of the meeting', () => {
  it('is read beside what the head says', () =>
    expect(read().head).toMatchObject({
      ...{ meetingId: MEETING, communeCode: 'ML090101', date: '2025-01-16', meetingKind: 'statutory' },
      ...{ presidingCapacity: 'NOT_REPORTED' },
    }));

  it.each<[string, readonly Row[]]>([
    ['alone in a cell', [[`BENKAN:MEETING:${MEETING.toUpperCase()}`]]],
    [
      'repeated over merged cells',
      [[`Code de la réunion : benkan:meeting:${MEETING}`, `Code de la réunion : benkan:meeting:${MEETING}`]],
    ],
    ['with nothing else', [[`Meeting code: benkan:meeting:${MEETING}`], []]],
  ])('says by itself which meeting it is: %s', (_, head) =>
    expect(read([AWA], head).head).toMatchObject({
      ...{ meetingId: MEETING, communeCode: null, date: null, meetingKind: null },
    }),
  );

  it.each<[string, readonly Row[], string]>([
    ['torn', [...HEAD.slice(0, 2), ['Code de la réunion : benkan:meeting:5b0c']], 'unreadable-meeting-code'],
    ['of two meetings', [...HEAD, [`benkan:meeting:${MEETING.replace('5b', '6b')}`]], 'ambiguous-head'],
    [
      'beside a day nobody can read',
      [['Réunion'], ['Date : hier'], HEAD[2] ?? []],
      'unreadable-meeting-date',
    ],
  ])('is refused %s', (_, head, code) =>
    expect(outcome([AWA], head)).toMatchObject({ kind: 'refused', code }),
  );

  it('is not needed: without it the head says where, when and which', () => {
    expect(read([AWA], HEAD.toSpliced(2, 1)).head.meetingId).toBeNull();
    expect(outcome([AWA], HEAD.slice(0, 1))).toMatchObject({ code: 'missing-commune-code' });
  });

  it('makes a line of two sheets of one meeting the same line', () =>
    expect(read().rows).toMatchObject([{ identity: `meeting-attendance|${MEETING}|A-1` }]));
});

describe('a line', () => {
  const first = (changes: Readonly<Record<string, Cell>>) => read([withCells(changes)]).rows[0];
  const NO_NAMES = { 'Prénom(s)': null, Nom: '\u00a0', Structure: null };

  it('carries the phone', () => expect(first({})).toMatchObject({ values: { phone: '+22376001122' } }));

  it('without names is whoever bears the code, and describes nobody', () =>
    expect(first(NO_NAMES)).toMatchObject({
      ...{ kind: 'row', warnings: [] },
      values: { code: 'A-1', firstNames: null, lastName: null, structure: null, status: 'present' },
    }));

  it('without names or code is whoever has the phone', () =>
    expect(first({ ...NO_NAMES, Code: null })).toMatchObject({
      values: { code: null, firstNames: null, phone: '+22376001122' },
    }));

  it.each<[string, Readonly<Record<string, Cell>>]>([
    ['without names, code or phone', { ...NO_NAMES, Code: null, Contact: '-' }],
    ['with half a name', { Nom: null }],
  ])('%s is refused', (_, changes) =>
    expect(first(changes)).toMatchObject({
      kind: 'refused',
      problems: expect.arrayContaining([expect.objectContaining({ code: 'missing-name' })]),
    }),
  );
});

it('a sheet from the field: lines above, blanks between, totals and remarks below', () => {
  const titles = ['RÉUNION STATUTAIRE', 'RÉUNION STATUTAIRE', 'RÉUNION STATUTAIRE', 'RÉUNION STATUTAIRE'];
  const head: readonly Row[] = [
    titles,
    ['Date', 45673, null, null],
    ['Code\u00a0commune\u00a0: ML090101'],
    HEAD[2] ?? [],
  ];
  const rows = [
    [],
    AWA,
    [null, '\u00a0', ' '],
    withCells({ Code: 'A-2', 'Prénom(s)': 'Bintou', Émargement: ' présent(e)\u00a0' }),
    [3],
    ['Total', null, null, null, null, null, null, null, null, null, null, 2],
    ['Fait à Bamako, le 16 janvier 2025'],
  ];
  const { head: said, rows: drafts, header } = read(rows, head);
  expect([header.line, said.date, said.communeCode]).toEqual([5, '2025-01-16', 'ML090101']);
  expect(drafts.map((draft) => [draft.line, draft.kind])).toEqual([
    [7, 'row'],
    [9, 'row'],
  ]);
});

it.each<[Cell, string]>([
  ['Présent(e)', 'present'],
  ['PRÉSENTE', 'present'],
  ['présent·e', 'present'],
  ['p', 'present'],
  ['X', 'present'],
  [1, 'present'],
  ['Oui', 'present'],
  [true, 'present'],
  ['EXCUSÉ(E)', 'excused'],
  ['Absent(e) excusé(e)', 'excused'],
  ['Représenté(e)', 'represented'],
  [null, 'absent'],
])('%j in a signature column', (cell, status) => {
  expect(signedStatus(cell)).toEqual({ ok: true, value: status });
  expect(meetingStatus(cell).ok).toBe(cell !== null);
});

it.each(['Invité(e)', 'INVITEE', 'invité·e', 'invité.e'])('%s is a guest', (cell) =>
  expect(quality(cell)).toEqual({ ok: true, value: 'guest' }),
);

describe('what our own sheets print is read back', () => {
  it.each([
    ['Exécutif communal', 'EXECUTIF_COMMUNAL'],
    ['Représentant de l’État', 'REPRESENTANT_ETAT'],
    ['Police nationale', 'POLICE'],
    ['Gendarmerie', 'GENDARMERIE'],
    ['Garde nationale', 'GARDE_NATIONALE'],
    ['Protection civile', 'PROTECTION_CIVILE'],
    ['Forces armées', 'FORCES_ARMEES'],
    ['Justice', 'JUSTICE'],
    ['Légitimité traditionnelle', 'LEGITIMITE_TRADITIONNELLE'],
    ['Leader religieux', 'LEADER_RELIGIEUX'],
    ['Organisation de femmes', 'ORG_FEMMES'],
    ['Organisation de jeunes', 'ORG_JEUNES'],
    ['Société civile', 'SOCIETE_CIVILE'],
    ['ONG', 'ONG'],
    ['Chasseurs', 'CHASSEURS'],
    ['Service technique', 'SERVICE_TECHNIQUE'],
    ['Transport et commerce', 'SECTEUR_PRIVE_TRANSPORT_COMMERCE'],
    ['Médias', 'MEDIAS'],
    ['Sécurité privée', 'SECURITE_PRIVEE'],
    ['Autre', 'AUTRE'],
  ])('%s', (words, kind) => expect(structure(words)).toMatchObject({ value: { kind } }));

  it.each([
    ['Maire', 'MAIRE'],
    ['Président de la délégation spéciale', 'PRESIDENT_DELEGATION_SPECIALE'],
    ['Chargé d’expédier les affaires courantes', 'CARETAKER'],
    ['Intérimaire', 'INTERIM'],
    ['Gouverneur', 'GOUVERNEUR'],
    ['Non renseignée', 'NOT_REPORTED'],
  ])('%s presided', (words, value) => expect(presidingCapacity(words)).toMatchObject({ value }));

  it.each([
    ['moins de 15 ans', 'UNDER_15'],
    ['60 ans et plus', '60+'],
    ['NR', 'NR'],
  ])('%s', (words, value) => expect(ageBand(words)).toMatchObject({ value }));
});
