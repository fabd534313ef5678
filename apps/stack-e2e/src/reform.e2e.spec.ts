import type { IndicatorItem } from '@benkan/contracts/analytics';
import { clientOf, type Client } from './client';
import { heldMeeting, installedCommittee, recorded, unitOf } from './committee-at-work';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const REFORM = '2025-08-01';
const EVE = '2025-07-31';
const OF_2024 = 'from=2024-11-01&to=2024-12-31';
const ACT = 'Loi n°2023-005 du 13 mars 2023, statut particulier du District de Bamako';

type Unit = {
  readonly id: string;
  readonly name: string;
  readonly unitType: string;
  readonly parentId: string | null;
  readonly codes: readonly { readonly code: string }[];
  readonly history: readonly { readonly name: string; readonly validFrom: string | null }[];
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
};
type Report = {
  readonly items: readonly IndicatorItem[];
  readonly map: string;
  readonly asOf: { readonly position: string };
};

describe('the reform of the District, from communes to arrondissements', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let position = '0';
  let six: string;
  let quartier: string;
  let committeeId: string;
  let report: Report;
  let meetings: unknown;

  const read = async <Body>(path: string): Promise<Body> => {
    const { status, body } = await client.get<Body>('supervisor', path, { 'Benkan-At-Least': position });
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  const unit = (unitId: string, map?: string) =>
    read<Unit>(`/v1/territories/${unitId}${map === undefined ? '' : `?map=${map}`}`);
  const said = async (path: string, body: object) => {
    const told = await recorded(client, 'national', path, body);
    position = told.position;
    return told;
  };
  const change = (unitId: string, what: string, body: object) =>
    said(`/v1/territories/${unitId}/${what}`, { effectiveOn: REFORM, legalAct: ACT, ...body });
  const reported = (query: string) => read<Report>(`/v1/indicators?${OF_2024}&${query}`);
  const figuresOf = ({ items }: Report, unitId: string) =>
    items.filter(({ territory }) => territory.id === unitId);
  const meetingsHeld = () =>
    read<{ items: readonly { id: string; heldOn: string }[] }>(`/v1/meetings?committeeId=${committeeId}`);

  /** A quartier of the reference territory is there once the background load has come to it. */
  const onceListed = async (code: string): Promise<string> => {
    for (;;) {
      const { items } = await read<{ items: readonly Unit[] }>(`/v1/territories?code=${code}`);
      const [found] = items;
      if (found !== undefined) return found.id;
    }
  };

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'], env: { BENKAN_TERRITORY: 'whole' } });
    client = clientOf(stack.url);
    ({ unitId: six, committeeId } = await installedCommittee(client, 'ML090106'));
    for (const day of ['2024-11-07', '2024-12-05']) await heldMeeting(client, committeeId, day);
    quartier = await onceListed('ML090106001');
    const head = await client.get('supervisor', `/v1/committees/${committeeId}`);
    expect(head.status).toBe(200);
    const { position: reached } = await recorded(client, 'secretary', '/v1/meetings', {
      ...{ committeeId, meetingKind: 'STATUTORY', plannedOn: '2025-01-09', agenda: ['Éclairage'] },
    });
    position = reached;
    report = await reported('map=2024-12-31');
    meetings = (await meetingsHeld()).items;
  }, 6 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  it('begins with a commune, its committee and its figures of 2024', () => {
    const [rate] = figuresOf(report, six).filter(({ code }) => code === 'IND-01');
    expect(rate).toMatchObject({ numerator: 2, denominator: 2, territory: { name: 'Commune VI' } });
  });

  it('reclassifies and renames the commune, and moves a quartier, each once', async () => {
    const five = await unitOf(client, 'ML090105');
    const steps: readonly (readonly [string, string, object])[] = [
      [six, 'reclassification', { unitType: 'ARRONDISSEMENT' }],
      [six, 'renaming', { name: 'Sixième arrondissement' }],
      [quartier, 'move', { parentId: five }],
    ];
    for (const [unitId, what, body] of steps) {
      expect(await change(unitId, what, body)).toMatchObject({ id: unitId, changed: true });
      expect(await change(unitId, what, body)).toMatchObject({ id: unitId, changed: false });
    }
    expect((await unit(quartier)).parentId).toBe(five);
    expect((await unit(quartier, EVE)).parentId).toBe(six);
  });

  it('shows each day its own map', async () => {
    expect(await unit(six, EVE)).toMatchObject({ unitType: 'COMMUNE', name: 'Commune VI' });
    const today = await unit(six);
    expect(today).toMatchObject({ unitType: 'ARRONDISSEMENT', name: 'Sixième arrondissement' });
    expect(today.history.map(({ name, validFrom }) => [name, validFrom])).toEqual([
      ['Commune VI', null],
      ['Sixième arrondissement', REFORM],
    ]);
    const inside = async (map: string) =>
      (await read<{ items: readonly Unit[] }>(`/v1/territories?territory=${six}&limit=200&map=${map}`)).items
        .map(({ id }) => id)
        .includes(quartier);
    expect([await inside(EVE), await inside(REFORM)]).toEqual([true, false]);
  });

  it('leaves the committee its id, its history and its meetings', async () => {
    const committee = await read<{ id: string; unitId: string }>(`/v1/committees/${committeeId}`);
    expect(committee).toMatchObject({ id: committeeId, unitId: six, installedOn: '2023-12-07' });
    expect((await meetingsHeld()).items).toEqual(meetings);
  });

  it('leaves the report of 2024 as it was on the map of 2024, and names today’s unit on today’s', async () => {
    const again = await reported('map=2024-12-31');
    expect(again).toMatchObject({ map: '2024-12-31' });
    expect(again.items).toEqual(report.items);
    const today = await reported('');
    const renamed = figuresOf(today, six);
    expect(new Set(renamed.map(({ territory }) => territory.name))).toEqual(
      new Set(['Sixième arrondissement']),
    );
    const measures = (items: readonly IndicatorItem[]) =>
      items.map(({ code, numerator, denominator }) => ({ code, numerator, denominator }));
    expect(measures(renamed)).toEqual(measures(figuresOf(report, six)));
  });

  it('merges one unit into another, and keeps what happened in it', async () => {
    const told = await said('/v1/territories', {
      ...{ unitType: 'ARRONDISSEMENT', parentId: await unitOf(client, 'ML09'), name: 'Septième' },
      ...{ codes: [], validFrom: REFORM, predecessors: [six] },
    });
    const merger = { effectiveOn: '2025-09-01', legalAct: null, into: told.id };
    const held = await client.post('national', `/v1/territories/${six}/merger`, merger);
    expect([held.status, held.body['code']]).toEqual([409, 'units-below']);
    const { items } = await read<{ items: readonly Unit[] }>(`/v1/territories?parentId=${six}&limit=200`);
    for (const { id } of items) await change(id, 'move', { effectiveOn: '2025-09-01', parentId: told.id });
    await change(six, 'merger', merger);

    const gone = await client.get('supervisor', `/v1/territories/${six}?map=2025-09-01`, {
      'Benkan-At-Least': position,
    });
    expect(gone.status).toBe(404);
    expect(await unit(six)).toMatchObject({ standing: false, successors: [told.id] });
    expect(await unit(told.id)).toMatchObject({ predecessors: [six] });
    const [rate] = figuresOf(await reported(''), told.id).filter(({ code }) => code === 'IND-01');
    expect(rate).toMatchObject({ numerator: 2, denominator: 2 });
    expect((await reported('map=2024-12-31')).items).toEqual(report.items);
  });

  it('refuses what contradicts the history or another unit', async () => {
    const no = async (unitId: string, what: string, body: object) => {
      const answer = await client.post('national', `/v1/territories/${unitId}/${what}`, body);
      return [answer.status, answer.body['code']];
    };
    const five = await unitOf(client, 'ML090105');
    const district = await unitOf(client, 'ML09');
    const renaming = { effectiveOn: '2020-01-01', name: 'Ailleurs' };
    expect(await no(six, 'renaming', renaming)).toEqual([409, 'unit-ended']);
    expect(await no(quartier, 'renaming', renaming)).toEqual([409, 'before-the-last-change']);
    expect(await no(district, 'move', { effectiveOn: REFORM, parentId: five })).toEqual([
      409,
      'parent-below-the-unit',
    ]);
    const taken = { system: 'HDX_COD', edition: '2015', code: 'ML090105' };
    expect(await no(quartier, 'codes', { ...taken, edition: '2021' })).toEqual([200, undefined]);
    expect(await no(district, 'codes', taken)).toEqual([409, 'has-another-code']);
    const mali = await unitOf(client, 'ML');
    expect(await no(mali, 'codes', taken)).toEqual([409, 'code-held-by-another']);
  });

  it('draws a unit and its children with indicative limits, and says where they come from', async () => {
    const path = `/v1/territories/${await unitOf(client, 'ML09')}/geometry`;
    const drawn = await client.get<{
      features: readonly { id: string; properties: { name: string } }[];
    }>('auditor', `${path}?map=${EVE}`);
    expect(drawn.headers.get('content-type')).toBe('application/geo+json; charset=utf-8');
    const { features, ...more } = drawn.body;
    expect(features).toHaveLength(7);
    expect(features.map(({ properties }) => properties.name)).toContain('Commune VI');
    expect(JSON.stringify(more)).toMatch(/limites indicatives.*DNCT \/ OCHA/);
    const unknown = await client.get(
      'auditor',
      '/v1/territories/7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c11/geometry',
    );
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'unknown-resource']);
    const sources = await client.get<{ items: readonly { attribution: string }[] }>(
      'auditor',
      '/v1/territories/sources',
    );
    expect(sources.body.items.length).toBeGreaterThan(3);
  });
});
