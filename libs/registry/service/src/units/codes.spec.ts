import { randomUUID } from 'node:crypto';
import type { Asked, Door, Told } from '@benkan/doors';
import { commandHandler, inMemoryStore } from '@benkan/event-store';
import type { PlaceCode } from '@benkan/registry-domain';
import { inMemoryVault } from '@benkan/vault';
import type { RegistryContext } from '../context';
import { assignCodeDoor } from './assign-code';
import { registerUnitDoor } from './register-unit';

const code = (edition: string, value: string): PlaceCode => ({ system: 'HDX_COD', edition, code: value });

const registry = () => {
  const store = inMemoryStore();
  const { handle, current } = commandHandler({ store });
  // the doors look at nothing else
  const context = { store, handle, current, vault: inMemoryVault() } as unknown as RegistryContext;
  const tell = async (door: Door, body: object): Promise<Told> => {
    if (!('tell' in door)) throw new Error('a query');
    const commandId = randomUUID();
    return door.tell({
      ...{ body, commandId, requestId: commandId, correlationId: commandId, causationId: commandId },
      ...{ role: 'national', territory: null, unitIds: undefined, at: '2025-01-10T08:00:00.000Z' },
      principal: { issuer: 'idp', subject: 's', roles: [{ role: 'national', territory: null }] },
      ...{ traceparent: '', deadline: Number.MAX_SAFE_INTEGER },
    } as unknown as Asked<never>);
  };
  return {
    register: (...codes: readonly PlaceCode[]) =>
      tell(registerUnitDoor(context), {
        ...{ unitType: 'COMMUNE', parentId: null, name: 'Commune I', codes, validFrom: null },
        ...{ predecessors: [], inferred: [] },
      }),
    assign: (unitId: string, given: PlaceCode) =>
      tell(assignCodeDoor(context), { unitId, ...given, validFrom: null, validTo: null }),
  };
};

const recorded = { kind: 'recorded', changed: true };
const refused = { kind: 'refused', code: 'code-held-by-another' };

describe('a code of one edition of one system', () => {
  it('is one unit’s: who registers with it later is refused', async () => {
    const { register } = registry();
    expect(await register(code('2015', 'ML01'))).toMatchObject(recorded);
    expect(await register(code('2015', 'ML01'))).toMatchObject(refused);
  });

  it('is one unit’s: it is assigned to no other', async () => {
    const { register, assign } = registry();
    await register(code('2015', 'ML01'));
    const { id } = await register();
    expect(await assign(id, code('2015', 'ML01'))).toMatchObject(refused);
    expect(await assign(id, code('2015', 'ML02'))).toMatchObject(recorded);
    expect(await register(code('2015', 'ML02'))).toMatchObject(refused);
  });

  it('says nothing of another edition, in which it may be another unit’s', async () => {
    const { register } = registry();
    await register(code('2015', 'ML01'));
    expect(await register(code('2021', 'ML01'))).toMatchObject(recorded);
  });

  it('is not taken by a unit that was refused another one', async () => {
    const { register } = registry();
    await register(code('2015', 'ML01'));
    expect(await register(code('2015', 'ML01'), code('2021', 'ML09'))).toMatchObject(refused);
    expect(await register(code('2021', 'ML09'))).toMatchObject(recorded);
  });

  it('is given up by who loses the race for another one', async () => {
    const { register } = registry();
    const shared = code('2015', 'ML01');
    const own = [code('2021', 'ML08'), code('2021', 'ML09')] as const;
    const told = await Promise.all(own.map((each) => register(shared, each)));
    expect(told.map(({ kind }) => kind).sort()).toEqual(['recorded', 'refused']);
    const lost = own[told.findIndex(({ kind }) => kind === 'refused')] ?? shared;
    expect(await register(lost)).toMatchObject(recorded);
  });

  it('may be missing: any number of units have none', async () => {
    const { register } = registry();
    expect(await register()).toMatchObject(recorded);
    expect(await register()).toMatchObject(recorded);
  });
});
