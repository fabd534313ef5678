import { clientOf, type Client } from './client';
import { recorded, unitOf } from './committee-at-work';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const DAY_MS = 86_400_000;

type Named = { readonly id: string; readonly name: string | null; readonly nameState: string };
type Actor = Named & { readonly influence: number };
type ActorMap = {
  readonly status: string;
  readonly version: number;
  readonly actors: readonly Actor[];
  readonly exclusions: readonly { readonly group: string; readonly strategies: readonly object[] }[];
};
type Caused = { readonly eventIds: readonly string[] };
type Difference = {
  readonly fromMapId: string;
  readonly toMapId: string;
  readonly added: readonly (Named & Caused)[];
  readonly removed: readonly (Named & Caused)[];
  readonly changed: readonly (Named & Caused & { readonly changes: readonly object[] })[];
  readonly newlyExcluded: readonly (Caused & { readonly group: string })[];
  readonly noLongerExcluded: readonly (Caused & { readonly group: string })[];
  readonly newStrategies: readonly (Caused & { readonly text: string })[];
};
type Ids = Readonly<Record<'id' | 'position' | 'actorId' | 'exclusionId', string>>;

const actor = (name: string, more: object = {}) => ({
  ...{ kind: 'ORGANISATION', name, category: 'ORG_FEMMES', influence: 3, interest: 5 },
  ...{ on: '2024-11-15', ...more },
});

describe('the actor map of a commune', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let unitId: string;
  let first: string;
  let second: string;
  let cafo: string;

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    unitId = await unitOf(client, 'ML090101');
  }, 2 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  const say = async (path: string, body: object, role = 'focal-point'): Promise<Ids> =>
    (await recorded(client, role, `/v1/actor-maps${path}`, body)) as unknown as Ids;
  const read = async (id: string, query = '', role = 'focal-point') =>
    (await client.get<ActorMap>(role, `/v1/actor-maps/${id}${query}`)).body;
  const refused = async (path: string, body: object, role = 'focal-point') => {
    const { status, body: problem } = await client.post(role, `/v1/actor-maps${path}`, body);
    return [status, problem['code']];
  };

  it('is drawn, with who is left out and how that is to end, and published', async () => {
    first = (await say('', { unitId, mappedOn: '2024-11-15' })).id;
    cafo = (await say(`/${first}/actors`, actor('CAFO communale'))).actorId;
    await say(`/${first}/actors`, actor('Commissariat de police', { category: 'POLICE' }));
    const flagging = { group: 'WOMEN', actorId: cafo, on: '2024-11-15' };
    const { exclusionId } = await say(`/${first}/excluded-groups`, flagging);
    const strategy = { exclusionId, text: 'Réserver deux sièges', on: '2024-11-15' };
    await say(`/${first}/inclusion-strategies`, strategy);
    expect(await refused('', { unitId, mappedOn: '2024-11-16' })).toEqual([409, 'unit-has-a-draft']);
    await say(`/${first}/publication`, { on: '2024-11-20' });
    expect(await read(first)).toMatchObject({
      ...{ status: 'PUBLISHED', version: 1 },
      actors: [{ name: 'CAFO communale' }, { name: 'Commissariat de police' }],
      exclusions: [{ group: 'WOMEN', strategies: [{ text: 'Réserver deux sièges' }] }],
    });
    expect(await refused(`/${first}/actors`, actor('Jeunes'))).toEqual([409, 'actor-map-closed']);
  });

  it('goes on in a second version, which takes the place of the first', async () => {
    second = (await say('', { unitId, mappedOn: '2025-02-01', basedOn: first })).id;
    const revision = { influence: 4, seatOnCommittee: true, on: '2025-02-10', reason: 'Désignée' };
    await say(`/${second}/actors/${cafo}/revision`, revision);
    await say(`/${second}/actors`, actor('Conseil communal de la jeunesse', { on: '2025-02-10' }));
    await say(`/${second}/excluded-groups`, { group: 'YOUTH', on: '2025-02-10' });
    const [before, after] = [await read(second, '?on=2025-02-09'), await read(second)];
    expect([before.actors.length, before.actors[0]?.influence]).toEqual([2, 3]);
    expect([after.actors.length, after.actors[0]?.influence]).toEqual([3, 4]);
    const { position } = await say(`/${second}/publication`, { on: '2025-02-12' });
    const listed = await client.get<{ items: readonly { status: string; actors: number }[] }>(
      'national',
      `/v1/actor-maps?territory=${unitId}`,
      { 'Benkan-At-Least': position },
    );
    expect(listed.body.items).toMatchObject([
      { status: 'SUPERSEDED', version: 1, actors: 2 },
      { status: 'PUBLISHED', version: 2, actors: 3, excludedGroups: 2 },
    ]);
  });

  it('differs from one day to another, by the events that made the difference', async () => {
    const path = `/v1/actor-maps/difference?territory=${unitId}&from=2024-12-01&to=2025-03-01`;
    const { body } = await client.get<Difference>('supervisor', path);
    expect(body).toMatchObject({
      ...{ fromMapId: first, toMapId: second, removed: [], noLongerExcluded: [], newStrategies: [] },
      added: [{ name: 'Conseil communal de la jeunesse' }],
      changed: [{ id: cafo, changes: expect.arrayContaining([{ field: 'influence', old: 3, new: 4 }]) }],
      newlyExcluded: [{ group: 'YOUTH' }],
    });
    for (const one of [...body.added, ...body.changed, ...body.newlyExcluded])
      expect(one.eventIds).toHaveLength(1);
  });

  it('names no person but by a reveal that is recorded, and for a while only', async () => {
    const { id } = await say('', { unitId, mappedOn: '2025-02-20', basedOn: second });
    const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
    const person = actor('Awa Traoré', { kind: 'PERSON', dataClass: 'RESTRICTED', on: '2025-02-20' });
    expect(await refused(`/${id}/actors`, person)).toEqual([409, 'person-needs-expiry']);
    const open = { ...person, dataClass: 'INTERNAL', expiresOn: day(30) };
    expect(await refused(`/${id}/actors`, open)).toEqual([409, 'person-needs-restricted-class']);
    expect(await refused(`/${id}/actors`, { ...person, expiresOn: day(-1) })).toEqual([
      409,
      'expiry-is-past',
    ]);
    expect(await refused(`/${id}/actors`, { ...person, stance: 'HOSTILE' })).toEqual([422, 'invalid']);
    const { actorId } = await say(`/${id}/actors`, { ...person, expiresOn: day(30) });
    for (const role of ['focal-point', 'secretary', 'national', 'auditor']) {
      const shown = (await read(id, '', role)).actors.find((one) => one.id === actorId);
      expect(shown).toMatchObject({ name: null, nameState: 'WITHHELD' });
    }
    expect((await read(id, '', 'auditor')).actors.every(({ name }) => name === null)).toBe(true);
    const asking = { purpose: 'CONTACT' };
    const reveals = `/${id}/actors/${actorId}/reveals`;
    const told = await say(reveals, asking, 'protection-officer');
    expect(told).toMatchObject({ name: 'Awa Traoré', nameState: 'SHOWN' });
    expect((await refused(reveals, asking, 'secretary'))[0]).toBe(403);
    const records = await client.get('auditor', '/v1/audit/access-records', {
      'Benkan-At-Least': told.position,
    });
    expect(JSON.stringify(records.body)).toContain('registry.reveal-actor');
  });

  it('is not for donors', async () => {
    for (const path of ['', `/${first}`, `/difference?territory=${unitId}&from=2024-12-01&to=2025-03-01`])
      expect((await client.get('donor', `/v1/actor-maps${path}`)).status).toBe(403);
    expect((await refused('', { unitId, mappedOn: '2025-03-01' }, 'donor'))[0]).toBe(403);
  });
});
