import { randomUUID } from 'node:crypto';
import { clientOf, type Client, type ImportReport } from './client';
import { rejectedFiles } from './rejected-files';
import { watchingRecords, type ChangingNothing } from './records';
import {
  committeesSheet,
  csv,
  inflatingWorkbook,
  PERSON_COLUMNS,
  personRow,
  rowsOf,
  tallySheet,
  trainingSheet,
  workbook,
} from './sheets';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const FRENCH = /\b(le|la|les|de|du|des|un|une|est|ne|et|ou|à|par|avec|sans|corrigez|complétez)\b/i;
type Problem = {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string }[];
};

describe('bad input', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let changingNothing: ChangingNothing;

  const imported = (kind: string, bytes: Buffer, name = 'feuille.xlsx'): Promise<ImportReport> =>
    client.imported('supervisor', kind, bytes, { name });

  const refusedRows = async (importId: string): Promise<Buffer> => {
    const response = await fetch(`${stack.url}/v1/imports/${importId}/refused-rows`, {
      headers: { Authorization: `Bearer ${await client.tokenFor('supervisor')}` },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(/filename=".+\.xlsx"/);
    return Buffer.from(await response.arrayBuffer());
  };

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    const committees = await imported('committees', csv(committeesSheet(3)), 'comites.csv');
    expect(committees.counts).toMatchObject({ accepted: 3, refused: 0 });
    changingNothing = await watchingRecords(client);
  }, 3 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  it.each(rejectedFiles)(
    'rejects %s as a whole, says why in French and changes nothing',
    async (_, bytes, code, columns) => {
      const report = await changingNothing(() => imported('training-attendance', bytes));
      expect([report.status, report.rejection?.code, report.rejection?.columns]).toEqual([
        'REJECTED',
        code,
        columns,
      ]);
      expect(report.rejection?.hint).toMatch(FRENCH);
      expect(report.counts).toEqual({ accepted: 0, unchanged: 0, refused: 0, warning: 0 });
    },
    MINUTES,
  );

  it.each([
    ['that says so', undefined],
    ['that lies about it', 1_000],
  ])(
    'rejects 5 MB that inflate to 400 MB (%s) while health answers',
    async (_, says) => {
      const bytes = await inflatingWorkbook(says);
      expect(bytes.length).toBe(5_000_000);
      let over = false;
      const slowest = async () => {
        let worst = 0;
        while (!over) {
          const from = performance.now();
          expect((await client.get(null, '/health/live')).status).toBe(200);
          worst = Math.max(worst, performance.now() - from);
        }
        return worst;
      };
      const report = await changingNothing(async () => {
        const reading = imported('participants', bytes).finally(() => {
          over = true;
        });
        expect(await slowest()).toBeLessThan(3_000);
        return reading;
      });
      expect([report.status, report.rejection?.code]).toEqual(['REJECTED', 'inflates-too-large']);
      expect(report.rejection?.hint).toMatch(FRENCH);
    },
    2 * MINUTES,
  );

  it('refuses at the door a file that is too large, of another type or of an unknown kind', async () => {
    const form = new FormData();
    form.append('file', new Blob([Buffer.alloc(25_000_000, 'a;b\n')]), 'feuille.csv');
    const send = async (query: string, body: Buffer | FormData, type?: string) => {
      const response = await fetch(`${stack.url}/v1/imports?${query}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${await client.tokenFor('supervisor')}`,
          'Idempotency-Key': randomUUID(),
          ...(type === undefined ? {} : { 'Content-Type': type }),
        },
        body: body instanceof FormData ? body : Uint8Array.from(body),
      });
      const problem = (await response.json()) as Problem;
      expect(problem.detail).toMatch(FRENCH);
      return [response.status, problem.code, ...(problem.errors ?? []).map(({ pointer }) => pointer)];
    };
    const sheet = workbook(trainingSheet([personRow('BKOI-1')]));
    await changingNothing(async () => {
      const large = Buffer.alloc(25_000_000, 'a;b\n');
      expect(await send('kind=participants', large, 'text/csv')).toEqual([413, 'file-too-large']);
      expect(await send('kind=participants', form)).toEqual([413, 'file-too-large']);
      expect(await send('kind=participants', Buffer.from('%PDF-1.7'), 'application/pdf')).toEqual([
        415,
        'media-type-not-read',
      ]);
      expect(await send('kind=payroll', sheet, 'application/octet-stream')).toEqual([
        422,
        'invalid',
        '/kind',
      ]);
      expect(await send('', sheet, 'application/octet-stream')).toEqual([422, 'invalid', '/kind']);
      expect(
        await send('kind=participants&dryRun=maybe&colour=red', sheet, 'application/octet-stream'),
      ).toEqual([422, 'invalid', '/dryRun', '/colour']);
      expect(await send('kind=participants', new FormData())).toEqual([422, 'file-missing']);
    });
  });

  it(
    'records the good rows of a sheet, names each bad cell, and takes the corrected rows afterwards',
    async () => {
      const good = [personRow('BKOI-1'), personRow('BKOI-2', { Nom: 'Diarra' })];
      const bad = [
        personRow('BKOI-3', { Sexe: 'X' }),
        personRow('BKOI-4', { 'Tranche d’âge': 'abc', Sexe: 'Z' }),
        personRow('BKOI-5', { 'Émargement J2': 'peut-être' }),
      ];
      const again = personRow('BKOI-1');
      const sheet = workbook(trainingSheet([...good, ...bad, again]));
      const report = await imported('training-attendance', sheet);
      expect([report.status, report.counts]).toEqual([
        'COMPLETED',
        { accepted: 2, unchanged: 0, refused: 3, warning: 1 },
      ]);
      const told = report.rows
        .filter(({ outcome }) => outcome !== 'accepted')
        .map(({ line, problems }) => [line, ...problems.map((p) => [p.code, p.column, p.value])]);
      expect(told).toEqual([
        [8, ['unknown-sex', 'Sexe', 'X']],
        [9, ['unknown-sex', 'Sexe', 'Z'], ['unknown-age-band', 'Tranche d’âge', 'abc']],
        [10, ['unknown-signature', 'Émargement J2', 'peut-être']],
        [11, ['duplicate-line', null, 'ligne 6']],
      ]);
      for (const { problems } of report.rows) for (const { hint } of problems) expect(hint).toMatch(FRENCH);
      const { body } = await client.get<{ items: readonly { trainedCount: number }[] }>(
        'auditor',
        '/v1/trainings',
      );
      expect(body.items.map(({ trainedCount }) => trainedCount)).toEqual([2]);

      const rows = rowsOf(await refusedRows(report.id));
      expect(rows).toHaveLength(8);
      expect(rows[4]?.slice(-2)).toEqual(['Motif du refus', 'Que faire']);
      expect(rows[5]?.at(-2)).toBe('Sexe : X : unknown-sex');
      const corrected = rows.map((row) =>
        row.map((cell, index) => {
          if (row[0] === 'BKOI-4' && index === 4) return '30-35';
          return index === 3 && (cell === 'X' || cell === 'Z') ? 'F' : cell;
        }),
      );
      const second = await imported('training-attendance', workbook(corrected));
      expect(second.counts).toEqual({ accepted: 2, unchanged: 0, refused: 1, warning: 0 });

      const repaired = trainingSheet([
        ...good,
        personRow('BKOI-3'),
        personRow('BKOI-4', { 'Tranche d’âge': '30-35' }),
        personRow('BKOI-5'),
        again,
      ]);
      const third = await imported('training-attendance', workbook(repaired));
      expect(third.counts).toEqual({ accepted: 1, unchanged: 4, refused: 0, warning: 1 });
    },
    2 * MINUTES,
  );

  it(
    'gives refused rows back below both lines of a header that has two',
    async () => {
      const [title, themes, dates] = trainingSheet([], { commune: 'ML090103' });
      const sheet = [
        ...[title ?? [], themes ?? [], dates ?? []],
        [...PERSON_COLUMNS, 'Contact', 'Émargement', null],
        [...[...PERSON_COLUMNS, 'Contact'].map(() => null), 'J1', 'J2'],
        personRow('BKOIII-1', { 'Émargement J1': null }),
        personRow('BKOIII-2', { Sexe: 'X', 'Émargement J1': null }),
      ];
      const report = await imported('training-attendance', workbook(sheet));
      expect(report.counts).toEqual({ accepted: 1, unchanged: 0, refused: 1, warning: 0 });
      const corrected = rowsOf(await refusedRows(report.id)).map((row) =>
        row.map((cell, index) => (index === 3 && cell === 'X' ? 'F' : cell)),
      );
      const second = await imported('training-attendance', workbook(corrected));
      expect([second.rejection, second.counts.accepted]).toEqual([null, 1]);
    },
    MINUTES,
  );

  it(
    'refuses a tally with more women than people, and an unknown commune in a list, alone',
    async () => {
      const rows = [
        ['2024-11-21', 'ML090101', 'MAIRE', 5, 19, 0, 8, 7, 20, 24],
        ['2024-12-19', 'ML090101', 'MAIRE', 30, 0, 0, 8, 7, 20, 24],
        ['2024-12-19', 'ML999999', 'MAIRE', 5, 19, 0, 8, 7, 20, 24],
        ['2024-12-19', 'ML090104', 'MAIRE', 5, 19, 0, 8, 7, 20, 24],
      ];
      const report = await imported('meeting-tallies', csv(tallySheet(rows)), 'comptages.csv');
      expect(report.counts).toEqual({ accepted: 1, unchanged: 0, refused: 3, warning: 0 });
      expect(report.rows.flatMap(({ problems }) => problems.map(({ code, value }) => [code, value]))).toEqual(
        expect.arrayContaining([
          ['tally-women-exceed-total', '30'],
          ['unknown-commune', 'ML999999'],
          ['no-committee', 'ML090104'],
        ]),
      );
      const { body } = await client.get<{ items: readonly { plannedOn: string }[] }>(
        'auditor',
        '/v1/meetings',
      );
      expect(body.items.map(({ plannedOn }) => plannedOn)).toEqual(['2024-11-21']);
      const refused = rowsOf(await refusedRows(report.id));
      expect(refused[0]?.slice(-2)).toEqual(['Motif du refus', 'Que faire']);
      const again = refused.map((row) => row.map((cell) => (String(cell) === '30' ? 24 : cell)));
      const second = await imported('meeting-tallies', workbook(again));
      expect(second.counts).toEqual({ accepted: 1, unchanged: 0, refused: 2, warning: 0 });
    },
    MINUTES,
  );

  it('knows the same upload again by its key, and no other file under it', async () => {
    const key = randomUUID();
    const [one, other] = ['BKOII-1', 'BKOII-2'].map((code) =>
      workbook(trainingSheet([personRow(code)], { commune: 'ML090102' })),
    );
    const first = await client.imported('supervisor', 'training-attendance', one ?? Buffer.alloc(0), { key });
    expect(first.counts.accepted).toBe(1);
    await changingNothing(async () => {
      const again = await client.upload('supervisor', 'training-attendance', one ?? Buffer.alloc(0), { key });
      expect([again.status, again.body.id]).toEqual([202, first.id]);
      const reused = await client.upload('supervisor', 'training-attendance', other ?? Buffer.alloc(0), {
        key,
      });
      expect([reused.status, reused.body.code]).toEqual([422, 'idempotency-key-reused']);
    });
  });
});
