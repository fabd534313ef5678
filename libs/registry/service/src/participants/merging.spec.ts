import { randomUUID } from 'node:crypto';
import { inMemoryStore, type EventStore } from '@benkan/event-store';
import { participantsInMemory, registered, said, type InMemory } from './registry.examples';

const typesOf = async (registry: InMemory, id: string) =>
  (await registry.eventsOf(id)).map(({ type }) => type);
const merge = (registry: InMemory, participantId: string, mergedId: string, commandId?: string) =>
  registry.tell('merge-participants', { participantId, mergedId, reason: 'Même personne' }, commandId);
type Shown = { readonly mergedInto: string | null; readonly erased: boolean };
const shown = (registry: InMemory, participantId: string) =>
  registry.ask<Shown>('get-participant', { participantId });

describe('two records of one person', () => {
  let registry: InMemory;
  let [kept, twin] = ['', ''];
  beforeEach(async () => {
    registry = participantsInMemory();
    kept = await registered(registry, { code: 'A-1', phone: '70 00 00 01' });
    twin = await registered(registry, { code: 'B-2', phone: '+223 70 00 00 02' });
  });

  it('become one, and each key of either leads to it', async () => {
    expect(await merge(registry, kept, twin)).toMatchObject({ kind: 'recorded', changed: true, id: kept });
    expect(await shown(registry, twin)).toMatchObject({ mergedInto: kept, erased: false });
    expect(await shown(registry, kept)).toMatchObject({ mergedInto: null });
    expect(await registered(registry, { code: 'B-2', phone: '70000002' })).toBe(kept);
    expect(await registered(registry, { code: 'A-1' })).toBe(kept);
  });

  it('are merged once, whoever says it again', async () => {
    await merge(registry, kept, twin);
    expect(await merge(registry, kept, twin)).toMatchObject({ kind: 'recorded', changed: false });
    expect(await typesOf(registry, kept)).toEqual(['participant-registered', 'duplicate-absorbed']);
    expect(await typesOf(registry, twin)).toEqual(['participant-registered', 'participant-merged']);
  });

  it('never lead to each other', async () => {
    await merge(registry, kept, twin);
    expect(await merge(registry, twin, kept)).toMatchObject({ code: 'participant-merged' });
    const third = await registered(registry, { code: 'C-3' });
    await merge(registry, third, kept);
    expect(await merge(registry, twin, third)).toMatchObject({ code: 'participant-merged' });
    expect(await merge(registry, kept, kept)).toMatchObject({ code: 'same-participant' });
    expect(await shown(registry, twin)).toMatchObject({ mergedInto: third });
  });

  it('said both ways at once, never close a circle', async () => {
    await Promise.all([merge(registry, kept, twin), merge(registry, twin, kept)]);
    const leads = [await shown(registry, kept), await shown(registry, twin)];
    expect(leads.filter(({ mergedInto }) => mergedInto !== null).length).toBeLessThanOrEqual(1);
  });

  it('are both erased with the one that is kept', async () => {
    await merge(registry, kept, twin);
    expect(
      await registry.tell('erase-participant', { participantId: twin, reason: 'SUBJECT_REQUEST' }),
    ).toMatchObject({
      code: 'participant-merged',
    });
    await registry.tell('erase-participant', { participantId: kept, reason: 'SUBJECT_REQUEST' });
    for (const id of [kept, twin]) {
      expect(await registry.vault.openPerson(id)).toEqual({ kind: 'erased' });
      expect(await shown(registry, id)).toMatchObject({ erased: true });
    }
    expect((await registry.eventsOf(kept)).at(-1)?.data).toMatchObject({ duplicates: [twin] });
    for (const number of ['70000001', '70000002'])
      expect(await registry.vault.find('phone', 'ML', number)).toBeUndefined();
    expect([kept, twin]).not.toContain(await registered(registry, { code: 'B-2', phone: '70000002' }));
  });

  it('keep what either of them withdrew', async () => {
    const withdrawal = { purpose: 'CONTACT', channel: 'PHONE', withdrawnOn: '2025-02-01' };
    await registry.tell('withdraw-consent', { participantId: twin, ...withdrawal });
    const contact = () => registry.tell('reveal-participant', { participantId: kept, purpose: 'CONTACT' });
    expect(await contact()).toMatchObject({ kind: 'recorded' });
    await merge(registry, kept, twin);
    expect(await contact()).toMatchObject({ kind: 'refused', code: 'consent-withdrawn' });
  });
});

describe('a merge cut short between the two records', () => {
  let broken = '';
  const breaking = (): EventStore => {
    const memory = inMemoryStore();
    return {
      ...memory,
      append: (stream, expected, events) =>
        events.some(({ type }) => type === broken)
          ? Promise.resolve({ kind: 'refused', code: 'storage-full', detail: 'cut short' })
          : memory.append(stream, expected, events),
    };
  };

  beforeEach(() => (broken = ''));

  it('erases nobody else', async () => {
    const registry = participantsInMemory(breaking());
    const [kept, twin] = [
      await registered(registry, { code: 'A' }),
      await registered(registry, { code: 'B' }),
    ];
    broken = 'participant-merged';
    await merge(registry, kept, twin);
    await registry.tell('erase-participant', { participantId: kept, reason: 'SUBJECT_REQUEST' });
    expect(await registry.vault.openPerson(twin)).toMatchObject({ kind: 'open' });
    expect(await shown(registry, twin)).toMatchObject({ erased: false });
  });

  it('lets go whom the other one cannot follow any more', async () => {
    const registry = participantsInMemory(breaking());
    const [kept, twin] = [
      await registered(registry, { code: 'A' }),
      await registered(registry, { code: 'B' }),
    ];
    const commandId = randomUUID();
    broken = 'participant-merged';
    await merge(registry, kept, twin, commandId);
    broken = '';
    await registry.tell('erase-participant', { participantId: twin, reason: 'SUBJECT_REQUEST' });
    expect(await merge(registry, kept, twin, commandId)).toMatchObject({ code: 'personal-data-erased' });
    expect((await typesOf(registry, kept)).at(-1)).toBe('duplicate-let-go');
  });

  it('is completed when it is said again', async () => {
    const registry = participantsInMemory(breaking());
    const [kept, twin] = [
      await registered(registry, { code: 'A' }),
      await registered(registry, { code: 'B' }),
    ];
    const commandId = randomUUID();
    broken = 'participant-merged';
    expect(await merge(registry, kept, twin, commandId)).toMatchObject({ kind: 'fault' });
    expect(await shown(registry, twin)).toMatchObject({ mergedInto: null });
    expect(await typesOf(registry, kept)).toContain('duplicate-absorbed');
    broken = '';
    expect(await merge(registry, kept, twin, commandId)).toMatchObject({ kind: 'recorded', changed: true });
    expect(await shown(registry, twin)).toMatchObject({ mergedInto: kept });
    expect(await typesOf(registry, kept)).toEqual(['participant-registered', 'duplicate-absorbed']);
  });
});

describe('what looks alike', () => {
  it('is grouped by phone anywhere and by name in the commune, without the erased', async () => {
    const registry = participantsInMemory();
    const other = '99999999-9999-5999-8999-999999999999';
    const one = await registered(registry, { code: '1', phone: '+223 76 11 11 11' });
    const two = await registered(registry, { code: '2', lastName: 'TRAORE' });
    const far = await registered(registry, {
      unitId: other,
      code: '3',
      lastName: 'Sow',
      phone: '0022376111111',
    });
    const alike = () => registry.vault.alike([one]);
    expect(await alike()).toEqual([
      { kind: 'name', refs: [one, two].sort() },
      { kind: 'phone', refs: [one, far].sort() },
    ]);
    await registry.tell('erase-participant', { participantId: far, reason: 'SUBJECT_REQUEST' });
    expect(await alike()).toEqual([{ kind: 'name', refs: [one, two].sort() }]);
    await registry.tell('correct-participant', {
      participantId: two,
      reason: 'autre nom',
      lastName: 'Keïta',
    });
    expect(await alike()).toEqual([]);
    expect(said().lastName).toBe('Traoré');
  });
});

describe('a corrected phone', () => {
  it('leads to the person, the one before leads nowhere', async () => {
    const registry = participantsInMemory();
    const id = await registered(registry, { code: '1', phone: '70000001' });
    await registry.tell('correct-participant', { participantId: id, reason: 'r', phone: '+22370000009' });
    expect(await registry.vault.find('phone', 'ML', '70000009')).toBe(id);
    expect(await registry.vault.find('phone', 'ML', '70000001')).toBeUndefined();
    expect(await registry.vault.find('code', said().unitId, '1')).toBe(id);
  });
});
