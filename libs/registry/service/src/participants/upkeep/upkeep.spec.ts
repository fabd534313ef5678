import { randomUUID } from 'node:crypto';
import { participantsInMemory, registered, type InMemory } from '../registry.examples';
import { completeErasures, participantUpkeep, rotateWhenDue, sweep } from '.';

const HOUR = 3_600_000;
const BEGINNING = new Date(0);

describe('the upkeep of personal data', () => {
  let registry: InMemory;
  beforeEach(() => (registry = participantsInMemory()));

  const lastOf = async (id: string) => (await registry.eventsOf(id)).at(-1);

  describe('what was sealed and never became an event', () => {
    it('is removed after 24 hours, not before, and may come again', async () => {
      const ref = randomUUID();
      await registry.vault.sealPerson(ref, { lastName: 'x' });
      await registry.vault.claim('phone', 'ML', '70000001', ref);
      await registry.vault.sealText(ref, 'x');
      registry.pass(24 * HOUR);
      expect(await sweep(registry.context, BEGINNING)).toMatchObject({ people: 0, texts: 0 });
      registry.pass(1);
      expect(await sweep(registry.context, BEGINNING)).toMatchObject({ people: 1, texts: 1 });
      expect(await registry.vault.openPerson(ref)).toEqual({ kind: 'unknown' });
      expect(await registry.vault.find('phone', 'ML', '70000001')).toBeUndefined();
      expect(await registry.vault.openTexts([ref])).toEqual(new Map());
      await registry.vault.sealPerson(ref, { lastName: 'y' });
      expect(await registry.vault.openPerson(ref)).toMatchObject({ kind: 'open' });
    });

    it('is all that is removed: who was registered and what an event speaks of stays', async () => {
      const id = await registered(registry, { code: '1' });
      await registry.tell('correct-participant', { participantId: id, reason: 'mal lu', ageBand: '30-35' });
      registry.pass(48 * HOUR);
      expect(await sweep(registry.context, BEGINNING)).toMatchObject({ people: 0, texts: 0 });
      const [ref = ''] = JSON.stringify((await lastOf(id))?.data).match(/(?<="textRef":")[^"]+/) ?? [];
      expect((await registry.vault.openTexts([ref])).get(ref)).toBe('mal lu');
      expect(await registry.vault.openPerson(id)).toMatchObject({ kind: 'open' });
    });

    it('is not told from half a history', async () => {
      await registry.vault.sealText(randomUUID(), 'x');
      registry.pass(48 * HOUR);
      // a store that goes away before it has told everything
      const half = async function* () {
        yield* [];
      };
      const store = { ...registry.store, subscribe: half };
      expect(await sweep({ ...registry.context, store }, BEGINNING)).toMatchObject({ texts: 0 });
    });

    it('is looked for only since the sweep before', async () => {
      await registry.vault.sealPerson(randomUUID(), { lastName: 'x' });
      registry.pass(48 * HOUR);
      const { upTo } = await sweep(registry.context, new Date(registry.context.now().getTime() - 30 * HOUR));
      expect(upTo).toEqual(new Date(registry.context.now().getTime() - 24 * HOUR));
      expect(await sweep(registry.context, BEGINNING)).toMatchObject({ people: 1 });
    });
  });

  describe('an erasure the history does not know of', () => {
    it('is recorded, with all that came back destroyed again', async () => {
      const [kept, twin] = [
        await registered(registry, { code: '1' }),
        await registered(registry, { code: '2' }),
      ];
      const merging = { participantId: kept, mergedId: twin, reason: 'même personne' };
      await registry.tell('merge-participants', merging);
      await registry.vault.erasePerson(kept);
      expect(await completeErasures(registry.context)).toBe(1);
      expect(await lastOf(kept)).toMatchObject({
        type: 'personal-data-erased',
        data: { reason: 'KNOWN_TO_THE_VAULT', duplicates: [twin] },
      });
      expect(await registry.vault.openPerson(twin)).toEqual({ kind: 'erased' });
      const [reason = ''] = JSON.stringify(
        await registry.eventsOf(kept).then((all) => all.map(({ data }) => data)),
      ).match(/(?<="textRef":")[^"]+/) ?? [''];
      expect(await registry.vault.openTexts([reason])).toEqual(new Map());
      expect(await completeErasures(registry.restarted())).toBe(0);
    });

    it('is not made up for whom the history never knew', async () => {
      await registry.vault.erasePerson(randomUUID());
      expect(await completeErasures(registry.context)).toBe(0);
    });
  });

  describe('the rotation of keys', () => {
    const erased = async (): Promise<void> => {
      const id = await registered(registry, { code: randomUUID().slice(0, 8) });
      await registry.tell('erase-participant', { participantId: id, reason: 'SUBJECT_REQUEST' });
    };
    const rotating = () => {
      const rotated: Date[] = [];
      const rotateKeys = async () => {
        rotated.push(registry.context.now());
        await registry.vault.markClean(registry.context.now());
        return { failed: [] };
      };
      return { rotated, context: { ...registry.context, rotateKeys } };
    };

    it('is due within 24 hours of an erasure, once for all of them', async () => {
      const { rotated, context } = rotating();
      expect(await rotateWhenDue(context)).toBe('not-due');
      await erased();
      registry.pass(19 * HOUR);
      await erased();
      expect(await rotateWhenDue(context)).toBe('not-due');
      registry.pass(2 * HOUR);
      expect(await rotateWhenDue(context)).toBe('rotated');
      registry.pass(48 * HOUR);
      expect(await rotateWhenDue(context)).toBe('not-due');
      expect(rotated).toHaveLength(1);
    });

    it('is asked of the operators where the file of the key is theirs', async () => {
      await erased();
      registry.pass(21 * HOUR);
      expect(await rotateWhenDue(registry.context)).toBe('operators');
      expect(registry.logged).toEqual(['keys must be rotated: run benkan keys rotate']);
    });
  });

  it('goes on after a round that failed', async () => {
    let failing = true;
    const vault = {
      ...registry.vault,
      erasures: () => {
        if (failing) throw new Error('away');
        return registry.vault.erasures();
      },
    };
    const { work, stop } = participantUpkeep({ ...registry.context, vault });
    await work();
    failing = false;
    await registry.vault.sealPerson(randomUUID(), { lastName: 'x' });
    registry.pass(25 * HOUR);
    await work();
    await stop();
    expect(registry.logged).toEqual(['upkeep waits', 'sealed without an event, removed']);
  });
});
