import { randomUUID } from 'node:crypto';
import type { Asked, Door, Told } from '@benkan/doors';
import { commandHandler, inMemoryStore } from '@benkan/event-store';
import { inMemoryVault } from '@benkan/vault';
import type { RegistryContext } from '../context';
import { establishCommitteeDoor } from './establish-committee';

type Level = 'COMMUNE' | 'REGION';

const registry = (isKnown = true) => {
  const store = inMemoryStore();
  const { handle, current } = commandHandler({ store });
  // the door looks at nothing else
  const context = {
    ...{ store, handle, current, vault: inMemoryVault() },
    unitKnown: () => Promise.resolve(isKnown),
  } as unknown as RegistryContext;
  const door: Door = establishCommitteeDoor(context);
  return async (unitId: string, level: Level, commandId: string = randomUUID()): Promise<Told> => {
    if (!('tell' in door)) throw new Error('a query');
    const body = { unitId, level, name: 'CCS', legalAct: 'Décret', frequency: 'UNKNOWN' };
    return door.tell({
      ...{ body, commandId, requestId: commandId, correlationId: commandId, causationId: commandId },
      ...{ role: 'national', territory: null, unitIds: undefined, at: '2025-01-10T08:00:00.000Z' },
      principal: { issuer: 'idp', subject: 's', roles: [{ role: 'national', territory: null }] },
      ...{ traceparent: '', deadline: Number.MAX_SAFE_INTEGER },
    } as unknown as Asked<never>);
  };
};

describe('registry.establish-committee, at its door', () => {
  const unitId = randomUUID();

  it('gives a unit one committee of a level, whoever comes second', async () => {
    const establish = registry();
    expect(await establish(unitId, 'COMMUNE')).toMatchObject({ kind: 'recorded', changed: true });
    expect(await establish(unitId, 'COMMUNE')).toMatchObject({ code: 'unit-has-a-committee' });
  });

  it('gives a unit a committee of the other level beside it, and another unit its own', async () => {
    const establish = registry();
    await establish(unitId, 'COMMUNE');
    expect(await establish(unitId, 'REGION')).toMatchObject({ kind: 'recorded', changed: true });
    expect(await establish(randomUUID(), 'COMMUNE')).toMatchObject({ kind: 'recorded', changed: true });
  });

  it('gives it to one of two that ask at the same time', async () => {
    const establish = registry();
    const told = await Promise.all([establish(unitId, 'COMMUNE'), establish(unitId, 'COMMUNE')]);
    expect(told.map(({ kind }) => kind).sort()).toEqual(['recorded', 'refused']);
  });

  it('hears a command once', async () => {
    const [establish, commandId] = [registry(), randomUUID()];
    const { id } = await establish(unitId, 'COMMUNE', commandId);
    expect(await establish(unitId, 'COMMUNE', commandId)).toMatchObject({ kind: 'recorded', id });
  });

  it('refuses a unit the registry does not know', async () => {
    expect(await registry(false)(unitId, 'COMMUNE')).toMatchObject({ code: 'unit-unknown' });
  });
});
