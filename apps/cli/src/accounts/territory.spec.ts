import { randomUUID } from 'node:crypto';
import { inMemoryStore } from '@benkan/event-store';
import { derivedId } from '@benkan/messaging';
import type { Grant } from '@benkan/security';
import { CannotDo } from '../command';
import { mustBeKnown } from './territory';

const over = (territory: string | null): readonly Grant[] => [{ role: 'secretary', territory }];

describe('the territory of an account', () => {
  it('is the whole country', () => expect(mustBeKnown(inMemoryStore(), over(null))).resolves.toBeUndefined());

  it('is a unit that was registered', async () => {
    const [store, unitId] = [inMemoryStore(), randomUUID()];
    const event = { id: randomUUID(), type: 'unit-registered', data: {}, metadata: {} };
    await store.append(`unit-${unitId}`, 'no-stream', [event]);
    await expect(mustBeKnown(store, over(unitId))).resolves.toBeUndefined();
  });

  it.each(['ML', 'LOI-2023-007-01', 'ML050610'])(
    'is a unit of the reference data, before anything was ever started: %s',
    (key) => expect(mustBeKnown(inMemoryStore(), over(derivedId('unit', key)))).resolves.toBeUndefined(),
  );

  it('is no unit nobody ever heard of: what to do is said', async () => {
    const mistyped = mustBeKnown(inMemoryStore(), [...over(null), ...over(randomUUID())]);
    await expect(mistyped).rejects.toThrow(CannotDo);
    await expect(mistyped).rejects.toThrow('GET /v1/territories');
  });
});
