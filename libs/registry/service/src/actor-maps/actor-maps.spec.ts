import { randomUUID } from 'node:crypto';
import { textReader, type Door, type Told } from '@benkan/doors';
import type { RegistryContext } from '../context';
import { registryTerritory } from '../places';
import { OFFICER, participantsInMemory, UNIT } from '../participants/registry.examples';
import { unitDoors } from '../units/doors';
import { actorMaps } from '../aggregates';
import { actorMapDoors } from './doors';
import { expireNamesDue } from './expire-names';

const DAY_MS = 86_400_000;
type Named = { readonly id: string; readonly name: string | null; readonly nameState: string };
type Map = {
  readonly status: string;
  readonly actors: readonly Named[];
  readonly exclusions: readonly object[];
};
type Difference = Record<
  'added' | 'removed' | 'changed' | 'newlyExcluded',
  readonly (Named & { eventIds: string[] })[]
>;

const registryInMemory = () => {
  const people = participantsInMemory();
  const context = { ...people.context, texts: textReader(people.vault) } as RegistryContext;
  const doors = new Map<string, Door>(
    [...unitDoors(context), ...actorMapDoors(context)].map((door) => [door.contract.name, door]),
  );
  const asked = (body: object, role: string, commandId: string) =>
    ({
      ...{ body, commandId, principal: OFFICER, role, territory: null, unitIds: undefined },
      ...{ at: context.now().toISOString(), requestId: commandId, correlationId: commandId },
      ...{ causationId: commandId, traceparent: '', deadline: Number.MAX_SAFE_INTEGER },
    }) as never;
  const door = (name: string) => doors.get(`registry.${name}`);
  const tell = async (name: string, body: object, commandId: string = randomUUID()): Promise<Told> => {
    const found = door(name);
    if (found === undefined || !('tell' in found)) throw new Error(name);
    return found.tell(asked(found.contract.request.parse(body) as object, 'supervisor', commandId));
  };
  const ask = async <Answer>(name: string, body: object, role = 'supervisor'): Promise<Answer> => {
    const found = door(name);
    if (found === undefined || !('answer' in found)) throw new Error(name);
    return found.contract.response.parse(await found.answer(asked(body, role, randomUUID()))) as Answer;
  };
  return { people, context, tell, ask };
};

const CAFO = {
  kind: 'ORGANISATION',
  name: 'CAFO communale',
  category: 'ORG_FEMMES',
  influence: 3,
  interest: 5,
};
const PERSON = {
  ...{ kind: 'PERSON', name: 'Awa Traoré', category: 'ORG_FEMMES', influence: 2, interest: 4 },
  ...{ dataClass: 'RESTRICTED', expiresOn: '2025-03-10' },
};
const on = '2025-02-01';

describe('the actor map of a commune', () => {
  let registry: ReturnType<typeof registryInMemory>;
  let unitId = '';
  const start = async (more: object = {}) => {
    const told = await registry.tell('start-mapping', { unitId, mappedOn: on, ...more });
    expect(told.kind).toBe('recorded');
    return told.id;
  };
  const say = async (name: string, body: object) => {
    const told = await registry.tell(name, body);
    expect([name, told.kind]).toEqual([name, 'recorded']);
    return told;
  };
  const read = (actorMapId: string, role?: string) =>
    registry.ask<Map>('get-actor-map', { actorMapId }, role);
  beforeEach(async () => {
    registry = registryInMemory();
    const body = { unitType: 'COMMUNE', parentId: UNIT, name: 'Commune I', codes: [], validFrom: null };
    const parent = { ...body, id: UNIT, unitType: 'COUNTRY', parentId: null };
    await registry.tell('register-unit', parent);
    unitId = (await registry.tell('register-unit', body)).id;
  });

  it('has one draft at a time, and numbers its versions', async () => {
    const first = await start();
    expect(await registry.tell('start-mapping', { unitId, mappedOn: on })).toMatchObject({
      code: 'unit-has-a-draft',
    });
    await say('archive-map', { actorMapId: first, on, reason: 'à refaire' });
    const second = await registry.tell('start-mapping', { unitId, mappedOn: on });
    expect(second).toMatchObject({ kind: 'recorded', extra: { version: 2 } });
    const { unitOf } = registryTerritory(registry.context);
    const because = { correlationId: '', deadline: 0 };
    expect(await unitOf('actor-map', second.id, because)).toBe(unitId);
  });

  it('gives way to the next one published, which the same command completes after a crash', async () => {
    const first = await start();
    await say('add-actor', { actorMapId: first, ...CAFO, on });
    await say('publish-map', { actorMapId: first, on });
    const second = await start({ basedOn: first, mappedOn: '2025-02-20' });
    await say('publish-map', { actorMapId: second, on: '2025-02-20' });
    expect([(await read(first)).status, (await read(second)).status]).toEqual(['SUPERSEDED', 'PUBLISHED']);
    await say('publish-map', { actorMapId: first, on });
    expect((await read(second)).status).toBe('PUBLISHED');
    expect(
      await registry.tell('add-actor', { actorMapId: second, ...PERSON, on: '2025-02-20' }),
    ).toMatchObject({
      code: 'actor-map-closed',
    });
  });

  it('tells what changed between two days, with the events', async () => {
    const first = await start();
    const { extra } = await say('add-actor', { actorMapId: first, ...CAFO, on });
    await say('publish-map', { actorMapId: first, on });
    const second = await start({ basedOn: first, mappedOn: '2025-02-20' });
    const later = { actorMapId: second, on: '2025-02-21' };
    await say('revise-actor', { ...later, ...extra, influence: 4, reason: 'Élue' });
    await say('add-actor', { ...later, ...PERSON });
    await say('flag-excluded-group', { ...later, group: 'OTHER', otherGroup: 'Lavandières' });
    await say('publish-map', later);
    const days = { territory: unitId, from: '2025-02-10', to: '2025-02-25' };
    const told = await registry.ask<Difference>('compare-actor-maps', days);
    expect(told).toMatchObject({
      ...{ fromMapId: first, toMapId: second, removed: [] },
      added: [{ name: null, nameState: 'WITHHELD' }],
      changed: [{ name: 'CAFO communale', changes: [{ field: 'influence', old: 3, new: 4 }] }],
      newlyExcluded: [{ otherGroup: 'Lavandières' }],
    });
    for (const one of [...told.added, ...told.changed, ...told.newlyExcluded])
      expect(one.eventIds).toHaveLength(1);
    await expect(registry.ask('compare-actor-maps', { ...days, to: '2025-01-01' })).rejects.toThrow();
  });

  it('answers the actor it knows already, under its own id', async () => {
    const actorMapId = await start();
    const { extra } = await say('add-actor', { actorMapId, ...CAFO, on });
    const again = await say('add-actor', { actorMapId, ...CAFO, on });
    expect(again).toMatchObject({ changed: false, extra });
  });

  it('shows no restricted name: a reveal does, once, and is recorded; an auditor reads no name', async () => {
    const actorMapId = await start();
    await say('add-actor', { actorMapId, ...CAFO, on });
    const { extra } = await say('add-actor', { actorMapId, ...PERSON, on });
    expect((await read(actorMapId)).actors.map(({ name }) => name)).toEqual(['CAFO communale', null]);
    expect((await read(actorMapId, 'auditor')).actors.map(({ name }) => name)).toEqual([null, null]);
    const asking = { actorMapId, ...extra, purpose: 'VERIFICATION' };
    const key = randomUUID();
    expect(await registry.tell('reveal-actor', asking, key)).toMatchObject({ extra: { name: 'Awa Traoré' } });
    expect(await registry.tell('reveal-actor', asking, key)).toMatchObject({ extra: { name: null } });
  });

  it('forgets a person the day after the last, in every version, and says so', async () => {
    const first = await start();
    await say('add-actor', { actorMapId: first, ...CAFO, on });
    const { extra } = await say('add-actor', { actorMapId: first, ...PERSON, on });
    await say('publish-map', { actorMapId: first, on });
    const second = await start({ basedOn: first, mappedOn: '2025-02-20' });
    const prolonged = { ...extra, expiresOn: '2025-04-30', on: '2025-02-21', reason: 'Accord renouvelé' };
    await say('revise-actor', { actorMapId: second, ...prolonged });
    registry.people.pass(10 * DAY_MS);
    const [person] = (await read(first)).actors.filter(({ id }) => id === extra?.['actorId']);
    expect(person).toMatchObject({ name: '[retiré]', nameState: 'EXPIRED' });
    const rows = [{ id: first }, { id: second }];
    const model = { find: () => ({ sort: () => ({ lean: () => Promise.resolve(rows) }) }) };
    const context = {
      ...registry.context,
      actorMaps: { current: () => model },
    } as unknown as RegistryContext;
    const kept = async (id: string) => {
      const { state } = await context.current(actorMaps, id);
      if (state.status === 'unknown') throw new Error('unknown');
      const texts = state.actors.get(String(extra?.['actorId']))?.texts ?? [];
      return [...(await context.vault.openTexts(texts.map(({ textRef }) => textRef))).values()];
    };
    expect(await kept(first)).toEqual(['Awa Traoré']);
    await expireNamesDue(context);
    await expireNamesDue(context);
    expect(await kept(first)).toEqual([]);
    expect(await kept(second)).toContain('Awa Traoré');
    const types: string[] = [];
    for await (const { type } of registry.people.store.read(`actor-map-${first}`)) types.push(type);
    expect(types.filter((type) => type === 'actor-name-expired')).toHaveLength(1);
  });

  it.each(['stance', 'ethnicity', 'religion', 'belief', 'armedGroup'])(
    'has no field for %s',
    async (field) => {
      const body = { actorMapId: randomUUID(), ...CAFO, on, [field]: 'X' };
      await expect(registry.tell('add-actor', body)).rejects.toThrow(/unrecognized_keys/i);
    },
  );
});
