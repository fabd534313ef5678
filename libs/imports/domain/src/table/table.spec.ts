import { recognise, type Row, type Sheet } from '../index';

const sheet = (...rows: readonly Row[]): Sheet => ({ name: 'Feuille', rows });
const head: readonly Row[] = [['Formation, groupe II'], ['Dates : 2 et 3/12/2024'], ['Réf. ML090104']];
const person = ['Awa', 'Koné', 'F', '18-24', 'CAFO'];

const recognised = (...rows: readonly Row[]) => {
  const outcome = recognise('training-attendance', [
    sheet(...head, ...rows),
    { name: 'Listes', rows: [['F'], ['H']] },
  ]);
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome;
};

it('a header of two rows, merged above the days', () => {
  const above = ['Prénom', 'Nom', 'Sexe', 'Âge', 'Structure', 'Émargement', 'Émargement'];
  const {
    rows,
    header,
    head: read,
  } = recognised(above, [...above.slice(0, 5), 'J1', 'J2'], [...person, 'X', null]);
  expect(header).toMatchObject({ line: 4, labels: [...above.slice(0, 5), 'Émargement J1', 'Émargement J2'] });
  expect(read).toMatchObject({ communeCode: 'ML090104', group: 2, themes: [] });
  expect(rows).toMatchObject([
    { kind: 'row', line: 6, values: { days: [{ status: 'present' }, { status: 'absent' }] } },
  ]);
});

it('what stands below a table, between its pages and beside it is skipped and said', () => {
  const header = ['N°', 'Prénom', 'Nom', 'Sexe', 'Âge', 'Structure', 'J1', 'J2', 'Observations'];
  const { rows, skipped } = recognised(
    header,
    [1, ...person, 'X', 'X', 'partie tôt'],
    [2],
    header.map((label) => label.toUpperCase()),
    [],
    ['Sous-total', null, null, 1],
    header.map(() => 'Fait à Bamako, le 3 décembre 2024'),
    ['Le formateur'],
  );
  expect(rows).toHaveLength(1);
  expect(skipped).toEqual({
    lines: [
      { line: 6, because: 'blank' },
      { line: 7, because: 'header' },
      { line: 8, because: 'blank' },
      { line: 9, because: 'total' },
      { line: 10, because: 'note' },
      { line: 11, because: 'note' },
    ],
    columns: ['Observations'],
    sheets: ['Listes'],
  });
});

it('a meeting may be signed instead of ticked off', () => {
  const header = ['Code', 'Prénom', 'Nom', 'Sexe', 'Âge', 'Structure', 'Qualité', 'Émargement'];
  const outcome = recognise('meeting-attendance', [
    sheet(
      ['CCS-C: Extraordinary meeting'],
      ['Date:', { day: '2024-12-05' }, 'Commune code:', 'ML090104'],
      header,
      ['A-1', ...person, 'membre', 'X'],
      ['A-2', ...person, 'suppléante', null],
      ['A-3', ...person, 'guest', 'excusée'],
    ),
  ]);
  expect(outcome).toMatchObject({
    head: { date: '2024-12-05', meetingKind: 'extraordinary', presidingCapacity: 'NOT_REPORTED', agenda: [] },
    rows: [
      { identity: 'meeting-attendance|ML090104|2024-12-05|extraordinary|A-1', values: { status: 'present' } },
      { values: { quality: 'alternate', status: 'absent' } },
      { values: { quality: 'guest', status: 'excused' } },
    ],
  });
});
