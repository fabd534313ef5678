import { appearance, communeAtWork, limitedTo, nowhere, waysTo, type Commune } from './access-sample';
import { clientOf, type Client } from './client';
import { participant, unitOf } from './committee-at-work';
import { csv } from './sheets';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const LISTS = ['committees', 'participants', 'meetings', 'trainings', 'recommendations'] as const;
// the machine may be busy with others
jest.setTimeout(3 * MINUTES);

type Listed = { readonly items: readonly { readonly id: string; readonly unitId: string }[] };

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

describe('access by territory', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let national: Client;
  let [here, there]: [Commune, Commune] = [nowhere(), nowhere()];
  let local: Client;
  let district: Client;

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    national = clientOf(stack.url);
    here = await communeAtWork(national, 'ML090101');
    there = await communeAtWork(national, 'ML090102');
    local = limitedTo(stack.url, here.unitId);
    district = limitedTo(stack.url, await unitOf(national, 'ML09'));
  }, 3 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  const listed = (client: Client, role: string, path: string) =>
    client.get<Listed>(role, path, { 'Benkan-At-Least': there.position });
  const say = (client: Client, [role, method, path, body]: readonly [string, string, string, unknown]) =>
    method === 'GET' ? client.get(role, path) : client.post(role, path, body);

  it('opens what lies in the commune of a role, and lists that alone', async () => {
    for (const list of LISTS) {
      const { status, body } = await listed(local, 'secretary', `/v1/${list}`);
      expect([list, status, [...new Set(body.items.map(({ unitId }) => unitId))]]).toEqual([
        list,
        200,
        [here.unitId],
      ]);
    }
  });

  it('lets every way inside through to the domain', async () => {
    for (const way of waysTo(here, here)) {
      const { status } = await say(local, way);
      expect([way[2], [200, 201, 409].includes(status)]).toEqual([way[2], true]);
    }
  });

  it('opens both communes of the district to a role of the district', async () => {
    for (const list of LISTS) {
      const { body } = await listed(district, 'secretary', `/v1/${list}`);
      expect([list, new Set(body.items.map(({ unitId }) => unitId))]).toEqual([
        list,
        new Set([here.unitId, there.unitId]),
      ]);
    }
    expect((await district.get('secretary', `/v1/meetings/${there.meetingId}`)).status).toBe(200);
  });

  it('answers for what lies elsewhere as for the unknown: 404, the same body and headers', async () => {
    const unknown = nowhere();
    for (const [index, foreign] of waysTo(there, here).entries()) {
      const other = waysTo(unknown, here)[index];
      if (other === undefined) throw new Error('a way too few');
      const ids = [there, unknown].map((one) => Object.values(one).filter((id) => id.length === 36));
      const [a, b] = [await say(local, foreign), await say(local, other)];
      const [idOfA, idOfB] = [foreign, other].map(([, , path], side) =>
        ids[side]?.find((id) => path.includes(id)),
      );
      expect([foreign[2], a.status]).toEqual([foreign[2], 404]);
      expect(appearance(a, idOfA ?? '-')).toEqual(appearance(b, idOfB ?? '-'));
    }
  });

  it('takes as long for the one as for the other', async () => {
    const times = async (ids: readonly string[]): Promise<number> => {
      const taken: number[] = [];
      for (const id of ids) {
        const from = performance.now();
        await local.get('secretary', `/v1/meetings/${id}`);
        taken.push(performance.now() - from);
      }
      return median(taken);
    };
    const unknown = Array.from({ length: 15 }, () => nowhere().meetingId);
    const foreign = Array.from({ length: 15 }, () => there.meetingId);
    await times([...unknown.slice(0, 5), ...foreign.slice(0, 5)]);
    const [a, b] = [await times(foreign), await times(unknown)];
    // a forgotten round trip to the registry would be several times as much
    expect(Math.max(a, b)).toBeLessThan(4 * Math.min(a, b) + 10);
  });

  it('creates nothing in a foreign territory: 403', async () => {
    const plan = { unitId: there.unitId, days: ['2024-12-09'], themes: ['RSS'], group: 2 };
    const establish = { unitId: there.unitId, level: 'REGION', name: 'X', legalAct: 'Y' };
    for (const [role, path, body] of [
      ['trainer', '/v1/trainings', plan],
      ['secretary', '/v1/participants', participant(there.unitId, 'ETRANGER-1')],
      ['supervisor', '/v1/committees', establish],
      ['trainer', '/v1/trainings', { ...plan, unitId: here.unitId, id: there.trainingId }],
    ] as const)
      expect([path, await local.post(role, path, body)]).toMatchObject([
        path,
        { status: 403, body: { code: 'outside-your-territory' } },
      ]);
  });

  it('finds nobody of elsewhere, and shows no figure of elsewhere or of the whole', async () => {
    const phone = { phone: '+22376000102' };
    const search = (client: Client) => client.post<Listed>('secretary', '/v1/participants/search', phone);
    expect((await search(district)).body.items.map(({ id }) => id)).toEqual([there.participantId]);
    expect((await search(local)).body.items).toEqual([]);
    type Figures = { readonly items: readonly { readonly territory: { readonly id: string } }[] };
    const window = '/v1/indicators?from=2024-11-01&to=2025-01-31';
    const { body } = await local.get<Figures>('secretary', window, { 'Benkan-At-Least': there.position });
    expect(new Set(body.items.map(({ territory }) => territory.id))).toEqual(new Set([here.unitId]));
    const foreign = await local.get<Figures>('secretary', `${window}&territory=${there.unitId}`);
    expect(foreign.body.items).toEqual([]);
  });

  it('answers for a foreign territory as for an unknown one, with nothing', async () => {
    for (const list of LISTS)
      for (const territory of [there.unitId, nowhere().unitId]) {
        const { status, body } = await listed(local, 'secretary', `/v1/${list}?territory=${territory}`);
        expect([list, status, body.items]).toEqual([list, 200, []]);
      }
  });

  it('writes an import in the territory of its uploader alone, and shows it to nobody of elsewhere', async () => {
    const rows = csv([
      ['code_commune', 'code', 'prenoms', 'nom', 'sexe', 'tranche_age', 'structure'],
      ['ML090101', 'P-900', 'Awa', 'Diarra', 'F', '25-29', 'CAFO'],
      ['ML090102', 'P-901', 'Awa', 'Diallo', 'F', '25-29', 'CAFO'],
    ]);
    const report = await local.imported('supervisor', 'participants', rows, { name: 'personnes.csv' });
    expect(report.rows.map(({ outcome, problems }) => [outcome, problems[0]?.code])).toEqual([
      ['accepted', undefined],
      ['refused', 'outside-your-territory'],
    ]);
    const path = `/v1/imports/${report.id}`;
    const elsewhere = limitedTo(stack.url, there.unitId);
    expect((await elsewhere.get('supervisor', path)).status).toBe(404);
    expect((await elsewhere.get<Listed>('supervisor', '/v1/imports')).body.items).toEqual([]);
    expect((await local.get('focal-point', path)).status).toBe(404);
    expect((await district.get('supervisor', path)).status).toBe(200);
    expect((await national.get('supervisor', path)).status).toBe(200);
  });

  it('knows a unit registered a moment ago, and what lies in it at once', async () => {
    const unit = { unitType: 'NEIGHBOURHOOD', parentId: here.unitId, name: 'Boulkassoumbougou', codes: [] };
    const { body } = await national.post('national', '/v1/territories', { ...unit, validFrom: null });
    const person = participant(String(body['id']), 'QUARTIER-1');
    // the map of the registry follows its events: outside until it does
    const registered = async () => {
      for (;;) {
        const { status, body: told } = await local.post('secretary', '/v1/participants', person);
        if (status !== 403) return { status, told };
      }
    };
    const { status, told } = await registered();
    expect(status).toBe(201);
    expect((await local.get('secretary', `/v1/participants/${String(told['id'])}`)).status).toBe(200);
  });

  type AccessRecord = {
    readonly outcome: string;
    readonly resourceId: string | null;
    readonly actor: string | null;
  } & Readonly<Record<'role' | 'wireName' | 'count' | 'at', unknown>>;
  const recordOf = async (outcome: string, wanted: (record: AccessRecord) => boolean) => {
    for (;;) {
      const path = `/v1/audit/access-records?limit=200&outcome=${outcome}`;
      const { status, body } = await national.get<{ items: readonly AccessRecord[] }>('auditor', path);
      if (status !== 200) throw new Error(JSON.stringify(body));
      const found = body.items.find(wanted);
      if (found !== undefined) return found;
    }
  };

  it('leaves a record of whoever was sent away, and of every reveal, that an auditor can read', async () => {
    await local.get('secretary', `/v1/meetings/${there.meetingId}`);
    expect((await national.get('donor', `/v1/meetings/${here.meetingId}`)).status).toBe(403);
    const reveal = { purpose: 'VERIFICATION' };
    const revealing = `/v1/participants/${here.participantId}/reveals`;
    expect((await national.post('protection-officer', revealing, reveal)).status).toBe(200);
    await fetch(`${stack.url}/v1/recommendations`, { headers: { Authorization: 'Bearer a.b.c' } });

    const named = ({ resourceId, wireName }: AccessRecord) =>
      resourceId === there.meetingId && wireName === 'meetings.get-meeting';
    const foreign = await recordOf('unknown-resource', named);
    expect(foreign).toMatchObject({ role: 'secretary', count: expect.any(Number) });
    expect(foreign.actor).toMatch(/^[0-9a-f]{64}$/);
    const today = new Date().toISOString().slice(0, 10);
    const filter = `actor=${foreign.actor}&wireName=meetings.get-meeting&from=${today}&to=${today}&limit=1`;
    const page = await national.get<{ items: readonly AccessRecord[] }>(
      'auditor',
      `/v1/audit/access-records?${filter}`,
    );
    expect(page.body.items).toMatchObject([{ actor: foreign.actor, wireName: 'meetings.get-meeting' }]);
    const before = await national.get('auditor', '/v1/audit/access-records?to=2000-01-01');
    expect(before.body['items']).toEqual([]);
    const byRole = await recordOf('forbidden', ({ resourceId }) => resourceId === here.meetingId);
    expect(byRole).toMatchObject({ role: 'donor', wireName: 'meetings.get-meeting', count: 1 });
    const revealed = await recordOf('revealed', ({ resourceId }) => resourceId === here.participantId);
    expect(revealed).toMatchObject({
      role: 'protection-officer',
      wireName: 'registry.reveal-participant',
    });
    const stranger = await recordOf('unverified', () => true);
    expect(stranger).toMatchObject({ actor: null, wireName: 'meetings.list-recommendations' });
    expect((await recordOf('outside-your-territory', () => true)).role).toBeDefined();
  });

  it('shows the records to nobody else, nor to an auditor of one territory', async () => {
    const path = '/v1/audit/access-records';
    for (const role of ['secretary', 'supervisor', 'national', 'operator', 'donor'])
      expect([role, (await national.get(role, path)).status]).toEqual([role, 403]);
    expect((await local.get('auditor', path)).status).toBe(403);
    expect((await national.get('protection-officer', path)).status).toBe(200);
  });
});
