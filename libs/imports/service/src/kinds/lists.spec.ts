import type { ActorRow, CommitteeRow } from '@benkan/imports-domain';
import { actorMap } from './actor-map';
import { committees } from './committees';
import type { Working } from './kind';
import type { ActorMapShown, Places } from './places';
import type { Said, Say } from './saying';

type Spoken = {
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly key: string;
};

const UNIT = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c11';

/** What an import works with, and what it said. */
const desk = (places: Partial<Places>, reply: (spoken: Spoken) => object = () => ({})) => {
  const spoken: Spoken[] = [];
  const say: Say = async ({ name }, body, key) => {
    const one: Spoken = { name, body: body as Spoken['body'], key };
    spoken.push(one);
    const id = one.body['id'] ?? one.body['committeeId'] ?? one.body['actorMapId'];
    return { kind: 'answer', data: { id, changed: true, ...reply(one) } } as Said;
  };
  const place = async () => ({ unitId: UNIT, level: 'COMMUNE' as const });
  const working: Working = { say, places: { place, ...places } as Places };
  return { working, spoken };
};

const opened = async <Values>(
  kind: { open: (working: Working, head: { title: null }) => Promise<unknown> },
  working: Working,
) => {
  const sheet = (await kind.open(working, { title: null })) as {
    row: (values: Values, key: string) => Promise<{ changed: boolean; troubles: readonly object[] }>;
  };
  return sheet.row;
};

describe('a row of the list of committees', () => {
  const row: CommitteeRow = {
    ...{ communeCode: 'ML090101', name: 'CCS-C', level: 'COMMUNE', legalAct: 'Décret', frequency: 'MONTHLY' },
    ...{ installedOn: '2023-12-07', template: 'COMMUNE_22' },
  };
  const names = ({ spoken }: { spoken: readonly Spoken[] }) => spoken.map(({ name }) => name);

  it('establishes with the seats of the template, then installs', async () => {
    const at = desk({ committeeOf: async () => undefined });
    const say = await opened<CommitteeRow>(committees, at.working);
    expect(await say(row, 'line 2')).toEqual({ changed: true, troubles: [] });
    expect(names(at)).toEqual(['registry.establish-committee', 'registry.install-committee']);
    expect(at.spoken[0]?.body).toMatchObject({ unitId: UNIT, template: 'COMMUNE_22' });
    expect(at.spoken[0]?.body).not.toHaveProperty('communeCode');
  });

  it('says nothing of a template where the sheet says nothing', async () => {
    const at = desk({ committeeOf: async () => undefined });
    const say = await opened<CommitteeRow>(committees, at.working);
    await say({ ...row, template: null, installedOn: null }, 'line 2');
    expect(names(at)).toEqual(['registry.establish-committee']);
    expect(at.spoken[0]?.body).not.toHaveProperty('template');
  });

  it('means the committee the commune has', async () => {
    const at = desk({ committeeOf: async () => 'known' }, () => ({ changed: false }));
    const say = await opened<CommitteeRow>(committees, at.working);
    expect(await say(row, 'line 2')).toEqual({ changed: false, troubles: [] });
    expect(at.spoken[0]?.body).toMatchObject({ id: 'known' });
  });
});

describe('a row of an actor map', () => {
  const row: ActorRow = {
    ...{ communeCode: 'ML090101', date: '2024-11-15', actor: 'CAFO', kind: 'ORGANISATION' },
    ...{ category: 'ORG_FEMMES', influence: 3, interest: 5, seat: false },
    ...{ excluded: 'WOMEN', strategy: 'Deux sièges' },
  };
  const ids = () => ({ actorId: 'a', exclusionId: 'e' });
  const recorded = {
    id: 'map',
    actors: [{ id: 'a', name: 'CAFO' }],
    exclusions: [
      { id: 'e', group: 'WOMEN', actorId: 'a', endedOn: null, strategies: [{ text: 'Deux sièges' }] },
    ],
  } as unknown as ActorMapShown;
  const nothingKnown = { actorMap: async () => undefined };
  const known = { actorMap: async () => recorded };
  const said = ({ spoken }: { spoken: readonly Spoken[] }) =>
    spoken.map(({ name }) => name.replace('registry.', ''));

  it('starts the map, adds the actor, flags the group and proposes the strategy', async () => {
    const at = desk(nothingKnown, ids);
    const say = await opened<ActorRow>(actorMap, at.working);
    expect(await say(row, 'line 2')).toEqual({ changed: true, troubles: [] });
    expect(said(at)).toEqual([
      ...['start-mapping', 'add-actor', 'flag-excluded-group', 'propose-inclusion-strategy'],
    ]);
    expect(at.spoken[2]?.body).toMatchObject({ group: 'WOMEN', actorId: 'a' });
    expect(at.spoken[3]?.body).toMatchObject({ exclusionId: 'e', text: 'Deux sièges' });
  });

  it('names a group without a code by its actor', async () => {
    const at = desk(nothingKnown, ids);
    const say = await opened<ActorRow>(actorMap, at.working);
    await say({ ...row, excluded: 'OTHER', strategy: null }, 'line 2');
    expect(at.spoken[2]?.body).toMatchObject({ group: 'OTHER', otherGroup: 'CAFO' });
  });

  it('starts a map once: its rows say the same command', async () => {
    const at = desk(nothingKnown, ids);
    const say = await opened<ActorRow>(actorMap, at.working);
    for (const line of [2, 3]) await say({ ...row, excluded: null, strategy: null }, `line ${line}`);
    expect(
      new Set(at.spoken.filter(({ name }) => name.endsWith('start-mapping')).map(({ key }) => key)).size,
    ).toBe(1);
  });

  it('goes on with the map that is there', async () => {
    const at = desk(known, () => ({ ...ids(), changed: false }));
    const say = await opened<ActorRow>(actorMap, at.working);
    expect(await say(row, 'line 2')).toEqual({ changed: false, troubles: [] });
    expect(said(at)).toEqual(['add-actor', 'flag-excluded-group', 'propose-inclusion-strategy']);
  });

  it.each<[string, Partial<ActorRow>, object]>([
    [
      'no longer excluded',
      { excluded: null, strategy: null },
      { field: 'excludedGroup', recorded: 'WOMEN', given: null },
    ],
    [
      'included otherwise',
      { strategy: 'Un siège' },
      { field: 'inclusionStrategy', recorded: 'Deux sièges', given: 'Un siège' },
    ],
  ])('refuses a recorded group that is %s', async (_, change, difference) => {
    const at = desk(known, ids);
    const say = await opened<ActorRow>(actorMap, at.working);
    const { troubles } = await say({ ...row, ...change }, 'line 2');
    expect(troubles).toEqual([
      expect.objectContaining({
        ...{ code: 'differs-from-recorded', by: 'registry.review-inclusion', differences: [difference] },
      }),
    ]);
    expect(at.spoken).toEqual([]);
  });
});
