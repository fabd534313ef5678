import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndicatorItem } from '@benkan/contracts/analytics';
import { clientOf, type Client } from './client';
import { allFiles, demoFile, editSheet, kindOf } from './demonstration-set';
import { wholeTerritory } from './reference-territory';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;

type Expected = {
  readonly indicators: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly statutoryMeetings: number;
  readonly byCommune: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

type ActorMap = {
  readonly id: string;
  readonly status: string;
  readonly mappedOn: string;
  readonly actors: number;
};
type WholeMap = {
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly exclusions: readonly { readonly actorId: string | null }[];
};

const figureOf = (items: readonly IndicatorItem[], code: string, territory: string): IndicatorItem => {
  const found = items.find(
    (item) => item.code === code && (item.territory.code === territory || item.territory.level === territory),
  );
  if (found === undefined) throw new Error(`${code} of ${territory} is missing`);
  return found;
};

const fact = (value: {
  code: string;
  numerator: number;
  denominator: number | null;
  territory: { code: string };
}) => `${value.code} ${value.territory.code} ${value.numerator}/${value.denominator ?? '-'}`;

describe('the demonstration set, from sheets to published figures', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let expected: Expected;
  let published: readonly IndicatorItem[];

  beforeAll(async () => {
    expected = JSON.parse((await demoFile('expected.json')).toString()) as Expected;
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, env: { BENKAN_TERRITORY: 'whole' } });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    published = await client.indicators();
    await wholeTerritory(client);
  }, 8 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  });

  it('prints what WANEP-Mali published, and where to look', () => {
    const printed = stack.printed();
    for (const text of [
      '504',
      '468',
      '91 (18,06 %)',
      '165 (32,74 %)',
      '94 (18,65 %)',
      '3/6 communes',
      '9/18',
      'import 22/22 fichiers',
      '0,21859 sur 468 paires',
      '972',
      '/docs',
      '/v1/openapi.json',
      'mémoire',
    ])
      expect(printed).toContain(text);
  });

  it('answers every value of expected.json over HTTP', () => {
    const national = (code: string) => figureOf(published, code, 'COUNTRY');
    for (const code of ['IND-01', 'IND-02', 'IND-04', 'IND-05', 'IND-06', 'IND-14']) {
      const { numerator, denominator } = expected.indicators[code] ?? {};
      expect([code, national(code).numerator, national(code).denominator]).toEqual([
        code,
        numerator,
        denominator,
      ]);
    }
    const { unique, completed, participations } = expected.indicators['IND-03'] ?? {};
    expect(national('IND-03')).toMatchObject({ numerator: unique, details: { completed, participations } });
    expect(national('IND-12').numerator).toBe(expected.indicators['IND-12']?.['count']);
    expect(national('IND-20')).toMatchObject({
      denominator: expected.indicators['IND-20']?.['pairs'],
      value: expected.indicators['IND-20']?.['meanGain'],
    });
    expect(national('IND-01').details['statutoryMeetings']).toBe(expected.statutoryMeetings);
  });

  it('answers every commune of expected.json', () => {
    for (const [code, figures] of Object.entries(expected.byCommune)) {
      const of = (indicator: string) => figureOf(published, indicator, code);
      expect({
        unique: of('IND-03').numerator,
        women: of('IND-04').numerator,
        youth: of('IND-05').numerator,
        fsi: of('IND-06').numerator,
        statutoryMeetings: of('IND-01').details['statutoryMeetings'],
      }).toEqual(figures);
    }
  });

  it('names the youth definition, the window and the position it is true at', async () => {
    expect(figureOf(published, 'IND-05', 'COUNTRY').youthDefinition).toBe('15-35');
    const { body, headers } = await client.get(
      'donor',
      '/v1/indicators?from=2024-11-01&to=2025-01-31&youth=18-29',
    );
    expect(body).toMatchObject({
      window: { from: '2024-11-01', to: '2025-01-31' },
      asOf: { position: headers.get('benkan-position') },
    });
    const narrower = figureOf(body['items'] as IndicatorItem[], 'IND-05', 'COUNTRY');
    expect(narrower.numerator).toBeLessThan(165);
    expect(narrower.youthDefinition).toBe('18-29');
  });

  it('maps the actors of every commune, with the groups left out and how they are to be included', async () => {
    const { body } = await client.get<{ items: readonly ActorMap[] }>('focal-point', '/v1/actor-maps');
    expect(body.items.map(({ status, mappedOn, actors }) => [status, mappedOn, actors])).toEqual(
      Array.from({ length: 6 }, () => ['DRAFT', '2024-11-15', 8]),
    );
    const { body: map } = await client.get<WholeMap>('focal-point', `/v1/actor-maps/${body.items[0]?.id}`);
    const cafo = map.actors.find(({ name }) => name === 'CAFO communale');
    expect(cafo).toMatchObject({ category: 'ORG_FEMMES', influence: 3, interest: 5, seatOnCommittee: false });
    expect(map.exclusions.find(({ actorId }) => actorId === cafo?.id)).toMatchObject({
      group: 'WOMEN',
      strategies: [{ text: 'Réserver deux sièges désignés aux organisations de femmes' }],
    });
  });

  it('shows what became of trainings and recommendations: certificates, answers, an escalation', async () => {
    type Listed<Item> = { readonly items: readonly Item[] };
    type Training = {
      readonly status: string;
      readonly completedCount: number;
      readonly certificateCount: number;
    };
    const { body: trainings } = await client.get<Listed<Training>>('trainer', '/v1/trainings');
    const closed = trainings.items.filter(({ status }) => status === 'CLOSED');
    expect(closed).toHaveLength(8);
    for (const { certificateCount, completedCount } of closed) expect(certificateCount).toBe(completedCount);
    type Recommendation = {
      readonly number: string;
      readonly status: string;
      readonly escalatedTo: string | null;
    };
    const { body } = await client.get<Listed<Recommendation>>('secretary', '/v1/recommendations?limit=50');
    const of = (number: string) => body.items.find((one) => one.number === number);
    expect(of('I-2.1')).toMatchObject({ answeredOn: '2025-01-10', open: true });
    expect(of('I-3.1')).toMatchObject({ status: 'SENT', escalatedTo: null });
    expect(of('IV-3.1')).toMatchObject({ status: 'SENT', escalatedTo: expect.any(String) as unknown });
  });

  it('says what had been recorded at a position', async () => {
    const items = await client.indicators('from=2024-11-01&to=2025-01-31&asOf=0');
    expect(items.filter(({ numerator }) => numerator > 0)).toEqual([]);
  });

  it(
    'appends no event when every file is imported a second time',
    async () => {
      const before = await client.position();
      for (const name of await allFiles()) {
        const report = await client.imported('supervisor', kindOf(name), await demoFile(name), { name });
        expect([name, report.status, report.counts.accepted, report.counts.refused]).toEqual([
          name,
          'COMPLETED',
          0,
          0,
        ]);
        expect(report.counts.unchanged).toBeGreaterThan(0);
      }
      expect(await client.position()).toBe(before);
    },
    4 * MINUTES,
  );

  it(
    'changes nothing for one changed cell, and shows both values',
    async () => {
      const before = await client.position();
      const bytes = await editSheet('formations/commune-I-groupe-1.xlsx', (rows) => {
        const row = rows.find((cells) => cells[1] === 'BKOI-001') ?? [];
        row[4] = 'F';
      });
      const report = await client.imported('supervisor', 'training-attendance', bytes);
      expect(report.counts).toMatchObject({ accepted: 0, refused: 1, unchanged: 42 });
      const refused = report.rows.find(({ outcome }) => outcome === 'refused');
      expect(refused?.problems[0]).toMatchObject({
        code: 'differs-from-recorded',
        column: 'Sexe',
        differences: [{ field: 'sex', recorded: 'M', given: 'F' }],
      });
      expect(refused?.problems[0]?.hint).toContain('/corrections');
      expect(await client.position()).toBe(before);
    },
    MINUTES,
  );

  it(
    'comes back the same after the read models were deleted, and names still open for the protection officer',
    async () => {
      await stack.stop();
      await rm(join(folder.path, 'read-models'), { recursive: true });
      stack = await startStack({ folder: folder.path, env: { BENKAN_TERRITORY: 'whole' } });
      client = clientOf(stack.url);
      await stack.says('Ctrl-C pour arrêter');
      expect((await client.indicators()).map(fact)).toEqual(published.map(fact));

      const { body: found } = await client.get<{ items: readonly { id: string }[] }>(
        'protection-officer',
        '/v1/participants?limit=1',
      );
      const { status, body } = await client.post<{ person: { lastName?: string } }>(
        'protection-officer',
        `/v1/participants/${found.items[0]?.id}/reveals`,
        { purpose: 'VERIFICATION' },
      );
      expect([status, typeof body.person.lastName]).toEqual([200, 'string']);
    },
    3 * MINUTES,
  );

  it(
    'adds one person and changes nobody for a line inserted at the top',
    async () => {
      const bytes = await editSheet('formations/commune-I-groupe-1.xlsx', (rows) => {
        const header = rows.findIndex((cells) => cells[1] === 'Code');
        rows.splice(header + 1, 0, [
          0,
          'BKOI-900',
          'Assitan',
          'Fofana',
          'F',
          '25-29',
          'CAFO',
          'Banconi',
          '+223 00 11 22 33',
          'X',
          'X',
          8,
          14,
        ]);
      });
      const report = await client.imported('supervisor', 'training-attendance', bytes);
      expect(report.counts).toMatchObject({ accepted: 1, unchanged: 43, refused: 0 });
      const items = await client.indicators('from=2024-11-01&to=2025-01-31', await headOf(client));
      expect(figureOf(items, 'IND-03', 'COUNTRY').numerator).toBe(505);
      expect(figureOf(items, 'IND-04', 'COUNTRY').numerator).toBe(92);
    },
    MINUTES,
  );
});

/** The position of the newest command, by saying one more. */
const headOf = async (client: Client): Promise<string> => {
  const { body } = await client.get<{ items: readonly { id: string }[] }>(
    'protection-officer',
    '/v1/participants?limit=1',
  );
  const { headers } = await client.post(
    'protection-officer',
    `/v1/participants/${body.items[0]?.id}/reveals`,
    { purpose: 'VERIFICATION' },
  );
  return headers.get('benkan-position') ?? '0';
};
