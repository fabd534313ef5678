import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { xlsxSpreadsheets } from '@benkan/spreadsheet-xlsx';
import {
  recognise,
  type HeadOf,
  type ImportKind,
  type Recognised,
  type Sheet,
  type ValuesOf,
} from '@benkan/imports-domain';

const DEMO = join(__dirname, '../../../../data/demo');
const YOUTH = new Set(['15-17', '18-24', '25-29', '30-35']);
const FSI = new Set(['POLICE', 'GENDARMERIE', 'GARDE_NATIONALE']);
const { read } = xlsxSpreadsheets();

const sheetsOf = async (file: string): Promise<readonly Sheet[]> => {
  const outcome = await read(readFileSync(join(DEMO, file)));
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.sheets;
};

const recognised = async <K extends ImportKind>(
  kind: K,
  file: string,
): Promise<Recognised<HeadOf<K>, ValuesOf<K>>> => {
  const outcome = recognise(kind, await sheetsOf(file));
  if (outcome.kind === 'refused') throw new Error(`${file}: ${outcome.code}`);
  return outcome;
};

const valuesOf = <H, V>({ rows }: Recognised<H, V>): V[] =>
  rows.map((row) => {
    if (row.kind !== 'row') throw new Error(`line ${row.line} is ${row.kind}`);
    expect(row.warnings).toEqual([]);
    return row.values;
  });

const filesIn = (folder: string) =>
  readdirSync(join(DEMO, folder))
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => `${folder}/${name}`);

type Expected = {
  readonly indicators: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly byCommune: Readonly<
    Record<string, { unique: number; women: number; youth: number; fsi: number; statutoryMeetings: number }>
  >;
};
const expected = JSON.parse(readFileSync(join(DEMO, 'expected.json'), 'utf8')) as Expected;

describe('the training sheets', () => {
  let sheets: Recognised<HeadOf<'training-attendance'>, ValuesOf<'training-attendance'>>[];
  beforeAll(async () => {
    sheets = await Promise.all(filesIn('formations').map((file) => recognised('training-attendance', file)));
  });
  const everyone = () =>
    sheets.flatMap((sheet) => valuesOf(sheet).map((row) => ({ ...row, ...{ at: sheet.head } })));

  it('say what, where and when', () => {
    expect(sheets[0]?.head).toEqual({
      title: 'Liste de présence – Formation des membres du CCS-C, Commune I du District de Bamako, groupe 1',
      communeCode: 'ML090101',
      days: ['2024-12-02', '2024-12-03'],
      group: 1,
      themes: ['GOUVERNANCE_PARTICIPATIVE', 'EVALUATION_SECURITAIRE', 'FORMULATION_RECOMMANDATIONS'],
    });
    expect(sheets.flatMap(({ warnings }) => warnings)).toEqual([]);
    expect(
      sheets.flatMap(({ skipped }) => [...skipped.lines, ...skipped.columns, ...skipped.sheets]),
    ).toEqual([]);
  });

  it('say who, on which line', () => {
    expect(sheets[0]?.rows[0]).toEqual({
      line: 7,
      kind: 'row',
      identity: 'training-attendance|ML090101|2024-12-02,2024-12-03|1|BKOI-001',
      warnings: [],
      values: {
        code: 'BKOI-001',
        firstNames: 'Mamadou',
        lastName: 'Konaté',
        sex: 'M',
        ageBand: '41-59',
        structure: 'Gendarmerie nationale',
        structureKind: 'GENDARMERIE',
        corps: 'GENDARMERIE',
        neighbourhood: 'Korofina Sud',
        phone: '+22300451210',
        days: [
          { day: '2024-12-02', status: 'present' },
          { day: '2024-12-03', status: 'present' },
        ],
        pre: 6,
        post: 10,
        max: 20,
      },
    });
  });

  it('add up to the published figures', () => {
    const people = new Map(everyone().map((row) => [row.code, row]));
    const those = (test: (row: ReturnType<typeof everyone>[number]) => boolean) =>
      [...people.values()].filter(test).length;
    expect(people.size).toBe(504);
    expect(those(({ sex }) => sex === 'F')).toBe(91);
    expect(those(({ ageBand }) => YOUTH.has(ageBand))).toBe(165);
    expect(those(({ corps }) => corps !== null && FSI.has(corps))).toBe(94);
    expect(those(({ days }) => days.every(({ status }) => status === 'present'))).toBe(468);
    expect(those(({ days }) => days.some(({ status }) => status === 'present'))).toBe(504);
    const pairs = everyone().flatMap(({ pre, post, max }) =>
      pre === null || post === null ? [] : [(post - pre) / max],
    );
    expect(pairs).toHaveLength(468);
    expect(pairs.reduce((sum, gain) => sum + gain, 0) / pairs.length).toBeCloseTo(0.21859, 5);
  });

  it('add up commune by commune', () => {
    for (const [code, { unique, women, youth, fsi }] of Object.entries(expected.byCommune)) {
      const people = everyone().filter(({ at }) => at.communeCode === code);
      expect(people).toHaveLength(unique);
      expect(people.filter(({ sex }) => sex === 'F')).toHaveLength(women);
      expect(people.filter(({ ageBand }) => YOUTH.has(ageBand))).toHaveLength(youth);
      expect(people.filter(({ corps }) => corps !== null && FSI.has(corps))).toHaveLength(fsi);
    }
  });
});

it.each(filesIn('reunions'))('%s is a statutory meeting', async (file) => {
  const sheet = await recognised('meeting-attendance', file);
  const [, commune, date] = /commune-(\w+)-(.*)\.xlsx/.exec(file) ?? [];
  expect(sheet.head).toMatchObject({
    date,
    meetingKind: 'statutory',
    communeCode: commune === 'I' ? 'ML090101' : 'ML090104',
    presidingCapacity: commune === 'I' ? 'MAIRE' : 'PRESIDENT_DELEGATION_SPECIALE',
  });
  expect(sheet.head.agenda).toHaveLength(5);
  const rows = valuesOf(sheet);
  expect(rows.filter(({ quality }) => quality === 'member')).toHaveLength(20);
  expect(rows.length).toBeGreaterThan(23);
});

it('the tallies, recommendations and committees are read', async () => {
  const tallies = valuesOf(await recognised('meeting-tallies', 'reunions/commune-V-comptages.csv'));
  expect(tallies).toHaveLength(expected.byCommune.ML090105?.statutoryMeetings ?? 0);
  expect(tallies[1]).toEqual({
    communeCode: 'ML090105',
    date: '2024-12-19',
    presidingCapacity: 'NOT_REPORTED',
    women: 5,
    men: 20,
    notReported: 0,
    youth: 8,
    fsi: 8,
    members: 20,
  });
  const given = valuesOf(await recognised('recommendations', 'recommandations.csv'));
  expect(given).toHaveLength(18);
  expect(given.filter(({ status }) => status === 'implementation-verified')).toHaveLength(6);
  expect(given.filter(({ dueOn }) => dueOn !== null && dueOn <= '2025-01-31')).toHaveLength(12);
  expect(new Set(given.slice(0, 6).map(({ themeCode }) => themeCode)).size).toBe(6);
  expect(given[0]).toMatchObject({
    evidence: 'PV-I-2024-12',
    claimedBy: 'secretary',
    verifiedBy: 'focal-point',
  });
  const committees = valuesOf(await recognised('committees', 'comites.csv'));
  expect(committees.map(({ communeCode }) => communeCode)).toEqual(Object.keys(expected.byCommune));
  expect(committees[0]).toMatchObject({ level: 'COMMUNE', frequency: 'MONTHLY', installedOn: '2023-12-07' });
});

it('the actor maps are read', async () => {
  const { rows } = await recognised('actor-map', 'cartographie-acteurs.csv');
  const taken = rows.flatMap((row) => (row.kind === 'row' ? [row] : []));
  expect(taken).toHaveLength(48);
  expect(taken.filter(({ values }) => values.excluded === 'WOMEN')).toHaveLength(10);
  expect(taken.filter(({ values }) => values.excluded === 'YOUTH')).toHaveLength(6);
  // the CAFO of two communes has its seat, and its strategy still
  expect(taken.flatMap(({ line, warnings }) => warnings.map(({ code }) => [line, code]))).toEqual([
    [20, 'strategy-without-group'],
    [28, 'strategy-without-group'],
  ]);
});

it('a training sheet is also a list of participants', async () => {
  const people = valuesOf(await recognised('participants', 'formations/commune-II-groupe-1.xlsx'));
  expect(people).toHaveLength(41);
  expect(people[0]).toMatchObject({ communeCode: 'ML090102', code: 'BKOII-001', neighbourhood: 'Bagadadji' });
});

describe('the same sheet as a CSV', () => {
  const text = async (delimiter: string) => {
    const [sheet] = await sheetsOf('formations/commune-I-groupe-1.xlsx');
    const quoted = (cell: unknown) => (cell === null ? '' : `"${String(cell)}"`);
    return (sheet?.rows ?? []).map((row) => row.map(quoted).join(delimiter)).join('\r\n');
  };
  const windows = (given: string) =>
    Buffer.from(given.replaceAll('’', '\u0092').replaceAll('–', '\u0096'), 'latin1');

  it.each([
    ['semicolons in Windows-1252', ';', windows],
    ['commas in UTF-8 with a mark', ',', (given: string) => Buffer.from(`\ufeff${given}`)],
    ['tabs in UTF-8', '\t', (given: string) => Buffer.from(given)],
  ])('with %s gives the same drafts', async (_, delimiter, encode) => {
    const outcome = await read(encode(await text(delimiter)));
    if (outcome.kind === 'refused') throw new Error(outcome.code);
    const { sheet: __, ...drafts } = await recognised(
      'training-attendance',
      'formations/commune-I-groupe-1.xlsx',
    );
    expect(recognise('training-attendance', outcome.sheets)).toMatchObject(drafts);
  });
});
