import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { read, utils } from '@e965/xlsx';

const FOLDER = resolve(__dirname, '../../../../../data/demo');

type Cell = string | number | null;
type Row = Readonly<Record<string, Cell>>;
type Said = { readonly type: string; readonly data: unknown };
type Sheet = { readonly title: string; readonly rows: readonly Row[] };

export const expected: unknown = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8'));

const HEADER_LINE = 5;

/** A workbook or CSV of the demonstration: the lines above the table as one text, and the rows by heading. */
const sheetOf = (file: string, headerLine: number): Sheet => {
  const path = join(FOLDER, file);
  const book = file.endsWith('.csv')
    ? read(readFileSync(path, 'utf8'), { type: 'string', raw: true })
    : read(readFileSync(path), { raw: true });
  const [first = ''] = book.SheetNames;
  const [lines, range] = [book.Sheets[first] ?? {}, headerLine];
  const above = utils.sheet_to_json<Cell[]>(lines, { header: 1, defval: null }).slice(0, headerLine);
  return {
    title: above.flat().join(' '),
    rows: utils.sheet_to_json<Row>(lines, { range, defval: null, raw: true }),
  };
};
const sheetsIn = (folder: string): readonly Sheet[] =>
  readdirSync(join(FOLDER, folder))
    .filter((file) => file.endsWith('.xlsx'))
    .sort()
    .map((file) => sheetOf(join(folder, file), HEADER_LINE));
const table = (file: string): readonly Row[] => sheetOf(file, 0).rows;
const text = (row: Row, column: string): string => String(row[column] ?? '');
const score = (row: Row, column: string): number | null =>
  typeof row[column] === 'number' ? row[column] : null;

const corps: Readonly<Record<string, string>> = {
  'Police nationale': 'POLICE',
  'Gendarmerie nationale': 'GENDARMERIE',
  'Garde nationale': 'GARDE_NATIONALE',
};
const sealed = { textRef: '11111111-1111-5111-8111-111111111111', digest: 'a'.repeat(64) };
const by = { actor: 'a'.repeat(64), onBehalfOf: null };
const codeIn = (title: string): string => /ML\d+/.exec(title)?.[0] ?? '';
const daysIn = (title: string): string[] => title.match(/\d{4}-\d{2}-\d{2}/g) ?? [];

const unit = (unitId: string, unitType: string, parentId: string | null): Said => ({
  type: 'unit-registered',
  data: {
    ...{ unitId, unitType, parentId, name: sealed, validFrom: null },
    codes: [{ system: 'HDX_COD', edition: '2015', code: unitId }],
  },
});

const committee = (row: Row): readonly Said[] => {
  const [unitId, committeeId] = [text(row, 'code_commune'), `committee of ${text(row, 'code_commune')}`];
  const given = {
    committeeId,
    unitId,
    level: 'COMMUNE',
    frequency: 'MONTHLY',
    name: sealed,
    legalAct: sealed,
  };
  return [
    unit(unitId, 'COMMUNE', 'ML09'),
    { type: 'committee-established', data: given },
    { type: 'committee-installed', data: { committeeId, installedOn: text(row, 'date_installation') } },
  ];
};

const attendance = (
  trainingId: string,
  days: readonly string[],
  unitId: string,
  row: Row,
): readonly Said[] => {
  const participantId = text(row, 'Code');
  const structureKind = corps[text(row, 'Structure')] ?? 'AUTRE';
  const traits = {
    ...{ sex: text(row, 'Sexe') === 'F' ? 'F' : 'M', ageBand: text(row, 'Tranche d’âge'), structureKind },
    corps: corps[text(row, 'Structure')] ?? null,
  };
  const [pre, post] = [score(row, 'Pré-test /20'), score(row, 'Post-test /20')];
  return [
    { type: 'participant-registered', data: { participantId, unitId, ...traits } },
    ...days.map((day, index) => ({
      type: 'training-attendance-recorded',
      data: {
        ...{ trainingId, participantId, day },
        status: text(row, `Émargement J${index + 1}`) === 'X' ? 'PRESENT' : 'ABSENT',
      },
    })),
    { type: 'test-results-recorded', data: { trainingId, participantId, pre, post, max: 20 } },
  ];
};

const training = ({ title, rows }: Sheet): readonly Said[] => {
  const [unitId, days] = [codeIn(title), daysIn(title)];
  const planned = { trainingId: title, unitId, days, themes: ['AUTRE'], group: 1, title: sealed };
  return [
    { type: 'training-planned', data: planned },
    ...rows.flatMap((row) => attendance(title, days, unitId, row)),
  ];
};

const meeting = (unitId: string, heldOn: string): readonly Said[] => {
  const convened = { meetingId: `${unitId} ${heldOn}`, committeeId: `committee of ${unitId}`, unitId };
  const { meetingId } = convened;
  return [
    {
      type: 'meeting-convened',
      data: { ...convened, meetingKind: 'STATUTORY', plannedOn: heldOn, agenda: [] },
    },
    { type: 'meeting-held', data: { meetingId, heldOn, presidingCapacity: 'MAIRE', place: null } },
  ];
};

const STEPS: Readonly<Record<string, readonly string[]>> = {
  émise: [],
  'en cours': ['recommendation-progress-reported'],
  'mise en œuvre vérifiée': ['implementation-claimed', 'implementation-verified'],
};

const recommendation = (row: Row): readonly Said[] => {
  const [unitId, issuedOn] = [text(row, 'code_commune'), text(row, 'date_reunion')];
  const about = { recommendationId: text(row, 'numero'), meetingId: `${unitId} ${issuedOn}` };
  const issued = { ...about, committeeId: `committee of ${unitId}`, unitId, theme: 'AUTRE', issuedOn };
  return [
    { type: 'recommendation-issued', data: { ...issued, dueOn: text(row, 'echeance') } },
    ...(STEPS[text(row, 'statut')] ?? []).map((type) => ({
      type,
      data: { recommendationId: about.recommendationId, on: text(row, 'date_statut'), evidence: sealed, by },
    })),
  ];
};

/** What the files of the demonstration say, in the words of the stored events. */
export const demonstration = (): readonly Said[] => [
  ...[unit('ML', 'COUNTRY', null), unit('ML09', 'DISTRICT', 'ML'), unit('ML01', 'REGION', 'ML')],
  ...table('comites.csv').flatMap(committee),
  ...sheetsIn('formations').flatMap(training),
  ...sheetsIn('reunions').flatMap(({ title }) => meeting(codeIn(title), daysIn(title)[0] ?? '')),
  ...table('reunions/commune-V-comptages.csv').flatMap((row) =>
    meeting(text(row, 'code_commune'), text(row, 'date')),
  ),
  ...table('recommandations.csv').flatMap(recommendation),
];
