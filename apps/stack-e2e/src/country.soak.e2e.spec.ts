import { resolve } from 'node:path';
import type { RowReport } from '@benkan/contracts/imports';
import { atLength } from '@benkan/testing';
import { countryOf } from './country';
import { clientOf, type Client, type ImportReport } from './client';
import { recorded, unitOf } from './committee-at-work';
import { finishedImport, everyPage, inLanes } from './country-at-work';
import { wholeTerritory } from './reference-territory';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const SEATS = 22;
const COUNTRY = countryOf(resolve(__dirname, '../../..'), {
  communes: atLength({ ci: 12, soak: Infinity }),
  synthetic: atLength({ ci: 3, soak: 118 }),
});
const SHEET = Buffer.from(COUNTRY.sheet);
const ALL = COUNTRY.communes.length + COUNTRY.synthetic.length;

type Committee = { readonly id: string; readonly unitId: string; readonly revision: string };
type Whole = { readonly status: string; readonly template: string; readonly seats: readonly unknown[] };

jest.setTimeout(20 * MINUTES);

describe('a country of committees, loaded by import', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let first: ImportReport;
  let committees: readonly Committee[];

  const importSheet = async () => {
    const { body } = await client.upload('supervisor', 'committees', SHEET, { name: 'comites-du-pays.csv' });
    const began = performance.now();
    const report = await finishedImport(client, 'supervisor', body.id);
    return { report, seconds: (performance.now() - began) / 1_000 };
  };

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'], env: { BENKAN_TERRITORY: 'whole' } });
    client = clientOf(stack.url);
    await wholeTerritory(client);
  });

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  });

  it('takes the made-up communes, marked as test data in name and code', async () => {
    for (const { code, name, parentCode } of COUNTRY.synthetic)
      await recorded(client, 'national', '/v1/territories', {
        unitType: 'COMMUNE',
        parentId: await unitOf(client, parentCode),
        name,
        codes: [{ system: 'TEST', edition: '2024', code }],
        validFrom: null,
      });
  });

  it('establishes, composes and installs a committee a row', async () => {
    const { report, seconds } = await importSheet();
    first = report;
    expect(report).toMatchObject({
      status: 'COMPLETED',
      counts: { accepted: ALL, unchanged: 0, refused: 0, warning: 0 },
      progress: { done: ALL, total: ALL },
    });
    const query = `/v1/committees?limit=200`;
    committees = await everyPage<Committee>(client, 'auditor', query, report.position ?? '0');
    const events = committees.reduce((sum, { revision }) => sum + Number(revision) + 1, 0);
    console.log(
      `${ALL} committees of ${SEATS} seats: ${events} events in ${seconds.toFixed(1)} s, ` +
        `${Math.round(events / seconds)} a second`,
    );
    expect(events).toBe(ALL * (SEATS + 3));
  });

  it('reports every row, by page', async () => {
    const rows: RowReport[] = [];
    let after = '';
    do {
      const page = await client.get<ImportReport & { readonly rows: readonly RowReport[] }>(
        'supervisor',
        `/v1/imports/${first.id}?limit=100${after}`,
      );
      rows.push(...page.body.rows);
      after = page.body.next === undefined ? '' : `&after=${page.body.next}`;
    } while (after !== '');
    expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: ALL }, (_, index) => index + 2));
  });

  it('shows each with its seats, one a commune', async () => {
    expect(committees).toHaveLength(ALL);
    expect(new Set(committees.map(({ unitId }) => unitId)).size).toBe(ALL);
    await inLanes(committees, async ({ id }) => {
      const { body } = await client.get<Whole>('auditor', `/v1/committees/${id}`);
      expect([body.status, body.template, body.seats.length]).toEqual(['INSTALLED', 'COMMUNE_22', SEATS]);
    });
  });

  it('takes nothing from the same sheet again, and the log does not move', async () => {
    const { report, seconds } = await importSheet();
    console.log(`the same sheet again: ${ALL} rows in ${seconds.toFixed(1)} s`);
    expect(report.counts).toEqual({ accepted: 0, unchanged: ALL, refused: 0, warning: 0 });
    expect(report.position).toBe(first.position);
  });
});
