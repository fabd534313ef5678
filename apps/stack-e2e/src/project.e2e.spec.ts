import { randomUUID } from 'node:crypto';
import { appearance, limitedTo } from './access-sample';
import { clientOf, type Client } from './client';
import { installedCommittee, recorded, unitOf } from './committee-at-work';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const WINDOW = { from: '2024-11-01', to: '2025-01-31' };
const share = (numerator: number) => ({ kind: 'SHARE', numerator, denominator: 100 });

type Target = { readonly id: string } & Readonly<Record<string, unknown>>;
type Project = {
  readonly id: string;
  readonly title: string;
  readonly countryWide: boolean;
  readonly supports: readonly Readonly<Record<string, unknown>>[];
  readonly targets: readonly Target[];
  readonly closedOn: string | null;
};

describe('a project', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let one: { readonly unitId: string; readonly committeeId: string };
  let two: { readonly unitId: string; readonly committeeId: string };
  let projectId: string;
  let everywhereId: string;
  let position: string;

  const open = (more: object, role = 'national') =>
    recorded(client, role, '/v1/projects', {
      ...{ title: 'Appui aux comités du District', donor: 'EUCAP_SAHEL_MALI', ...WINDOW },
      ...more,
    });
  const say = async (path: string, body: object, by: Client = client) => {
    const answer = await by.post<Record<string, string>>(
      'supervisor',
      `/v1/projects/${projectId}/${path}`,
      body,
    );
    if (answer.status === 200) position = String(answer.body['position']);
    return answer;
  };
  const read = (by: Client, role = 'auditor', id = projectId) => by.get<Project>(role, `/v1/projects/${id}`);
  const listed = async (by: Client, role: string, query = '') => {
    const path = `/v1/projects?${query}`;
    const { status, body } = await by.get<{ items: readonly Project[] }>(role, path, {
      'Benkan-At-Least': position,
    });
    expect(status).toBe(200);
    return body.items.map(({ id }) => id).sort();
  };

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    one = await installedCommittee(client, 'ML090101');
    two = await installedCommittee(client, 'ML090102');
    ({ id: projectId } = await open({ committeeIds: [one.committeeId], purposeCodes: ['15210'] }));
    ({ id: everywhereId, position } = await open({ title: 'Réforme', donor: 'UNDP' }));
  }, 2 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  it('names its donor, its codes and its markers by lists anybody may read', async () => {
    const codes = await client.get<{ items: readonly { code: string; name: { fr: string } }[] }>(
      'donor',
      '/v1/purpose-codes',
    );
    expect(codes.body.items.find(({ code }) => code === '15210')?.name.fr).toBe(
      'Gestion et réforme des systèmes de sécurité',
    );
    const donors = await client.get<{ items: readonly { donor: string }[] }>('donor', '/v1/donors');
    expect(donors.body.items.map(({ donor }) => donor)).toContain('PBF');
    const unnamed = await client.post('national', '/v1/projects', { title: 'x', donor: 'OTHER', ...WINDOW });
    expect([unnamed.status, unnamed.body['code']]).toEqual([409, 'donor-name-missing']);
    const invented = await client.post('national', '/v1/projects', {
      ...{ title: 'x', donor: 'UNDP', ...WINDOW, purposeCodes: ['99999'] },
    });
    expect(invented.status).toBe(422);
  });

  it('aims at figures that change with a reason only', async () => {
    const aim = { indicator: 'IND-04', ...WINDOW, baseline: share(18), target: share(30) };
    const first = await say('targets', aim);
    expect(first.status).toBe(200);
    const unexplained = await say('targets', { ...aim, target: share(35) });
    expect([unexplained.status, unexplained.body['code']]).toEqual([409, 'reason-missing']);
    const second = await say('targets', { ...aim, target: share(35), reason: 'Revue à mi-parcours' });
    expect(second.body['targetId']).toBe(first.body['targetId']);
    const { body } = await read(client, 'donor');
    expect(body).toMatchObject({ title: 'Appui aux comités du District', countryWide: false });
    expect(body.targets).toEqual([
      {
        ...{ id: first.body['targetId'], ...aim, sex: null, target: share(35) },
        ...{ superseded: 1, withdrawn: false },
      },
    ]);
  });

  it('lies wherever it supports something, for those who read', async () => {
    const [here, there] = [limitedTo(stack.url, one.unitId), limitedTo(stack.url, two.unitId)];
    expect(await listed(here, 'focal-point')).toEqual([projectId, everywhereId].sort());
    expect(await listed(there, 'focal-point')).toEqual([everywhereId]);
    const [foreign, unknown] = [await read(there), await read(there, 'auditor', randomUUID())];
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    await say('supports', { committeeId: two.committeeId, since: '2024-12-01' });
    expect(await listed(there, 'focal-point')).toEqual([projectId, everywhereId].sort());
    expect((await read(there)).body.supports).toHaveLength(2);
    const otherDonor = await listed(client, 'supervisor', `territory=${two.unitId}&donor=UNDP`);
    expect(otherDonor).toEqual([everywhereId]);
  });

  it('is written only by those who hold all it supports', async () => {
    const [here, district] = [
      limitedTo(stack.url, one.unitId),
      limitedTo(stack.url, await unitOf(client, 'ML09')),
    ];
    const aim = { indicator: 'IND-03', ...WINDOW, target: { kind: 'COUNT', count: 504 } };
    const partly = await say('targets', aim, here);
    const nowhere = randomUUID();
    const unknown = await here.post('supervisor', `/v1/projects/${nowhere}/targets`, aim);
    expect(partly.status).toBe(404);
    expect(appearance(partly, projectId)).toEqual(appearance(unknown, nowhere));
    expect((await say('targets', aim, district)).status).toBe(200);
    const everywhere = `/v1/projects/${everywhereId}/targets`;
    expect((await district.post('supervisor', everywhere, aim)).status).toBe(404);
    expect((await client.post('supervisor', everywhere, aim)).status).toBe(200);
    const title = { title: 'x', donor: 'UNDP', ...WINDOW };
    const opening = (more: object) => here.post('supervisor', '/v1/projects', { ...title, ...more });
    expect((await opening({})).status).toBe(403);
    expect((await opening({ committeeIds: [two.committeeId] })).status).toBe(404);
    expect((await client.post('focal-point', '/v1/projects', title)).status).toBe(403);
    expect((await client.get('secretary', `/v1/projects/${projectId}`)).status).toBe(403);
  });

  it('is open on the days of its window, until it is closed', async () => {
    const open = (day: string) => listed(client, 'supervisor', `openOn=${day}&donor=EUCAP_SAHEL_MALI`);
    expect(await open('2024-10-31')).toEqual([]);
    expect(await open('2025-01-31')).toEqual([projectId]);
    const ended = await say(`supports/${two.committeeId}/ending`, { endedOn: '2024-12-31' });
    expect(ended.status).toBe(200);
    expect((await say('closing', { closedOn: '2025-01-15', reason: 'Fin anticipée' })).status).toBe(200);
    expect(await open('2025-01-15')).toEqual([projectId]);
    expect(await open('2025-01-31')).toEqual([]);
    const late = await say('supports', { unitId: two.unitId, since: '2025-01-01' });
    expect([late.status, late.body['code']]).toEqual([409, 'project-closed']);
    // where it was given support once, it may be read for ever
    expect((await read(limitedTo(stack.url, two.unitId))).body.closedOn).toBe('2025-01-15');
  });
});
