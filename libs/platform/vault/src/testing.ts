import { randomUUID } from 'node:crypto';
import type { PersonalData, Vault } from './vault';

const awa: PersonalData = {
  firstNames: 'Awa',
  lastName: 'Test',
  phone: '+223 70 00 00 01',
  structure: 'CAFO',
};

const MIB = 1024 * 1024;

const fileOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 31) % 251);

/** What every vault must do. `open` answers an empty vault; the suite closes it. */
export const vaultContract = (name: string, open: () => Promise<Vault>): void => {
  describe(`${name} keeps the contract of a vault`, () => {
    let vault: Vault;
    beforeEach(async () => {
      vault = await open();
    });
    afterEach(() => vault.close());

    describe('notes', () => {
      it('replaces a note wholly and lists a shelf newest first', async () => {
        const [first, second] = [randomUUID(), randomUUID()];
        await vault.putNote('jobs', first, Buffer.from('one'));
        await vault.putNote('jobs', second, Buffer.from('two'));
        await vault.putNote('other', randomUUID(), Buffer.from('three'));
        await vault.putNote('jobs', first, Buffer.from('changed'));
        expect(Buffer.from((await vault.openNote(first)) ?? []).toString()).toBe('changed');
        const listed = await vault.notes('jobs');
        expect(new Set(listed.map(({ ref }) => ref))).toEqual(new Set([first, second]));
        const instants = listed.map(({ createdAt }) => createdAt.getTime());
        expect(instants).toEqual([...instants].sort((a, b) => b - a));
      });

      it('knows no note that was never put', async () => {
        expect(await vault.openNote(randomUUID())).toBeUndefined();
        expect(await vault.notes('empty')).toEqual([]);
      });
    });

    describe('people', () => {
      it('opens what was sealed', async () => {
        const ref = randomUUID();
        await vault.sealPerson(ref, awa);
        expect(await vault.openPerson(ref)).toEqual({ kind: 'open', person: awa });
      });

      it('replaces the fields wholly', async () => {
        const ref = randomUUID();
        await vault.sealPerson(ref, awa);
        await vault.sealPerson(ref, { lastName: 'Autre' });
        expect(await vault.openPerson(ref)).toEqual({ kind: 'open', person: { lastName: 'Autre' } });
      });

      it('does not know a reference never sealed', async () => {
        expect(await vault.openPerson(randomUUID())).toEqual({ kind: 'unknown' });
      });

      it('answers every reference of a page, larger than one batch', async () => {
        const [open, erased, unknown] = [randomUUID(), randomUUID(), randomUUID()];
        await vault.sealPerson(open, awa);
        await vault.erasePerson(erased);
        const others = Array.from({ length: 1200 }, () => randomUUID());
        const page = await vault.openPeople([...others, open, erased, unknown, open]);
        expect(page.size).toBe(1203);
        expect(page.get(open)).toEqual({ kind: 'open', person: awa });
        expect(page.get(erased)).toEqual({ kind: 'erased' });
        expect(page.get(unknown)).toEqual({ kind: 'unknown' });
      });

      it('stays readable when first sealed many times at once', async () => {
        const ref = randomUUID();
        await Promise.all(Array.from({ length: 12 }, (_, n) => vault.sealPerson(ref, { lastName: `n${n}` })));
        expect(await vault.openPerson(ref)).toMatchObject({
          kind: 'open',
          person: { lastName: expect.stringMatching(/^n\d+$/) as string },
        });
      });
    });

    describe('look-ups', () => {
      it('binds a value once and answers the holder afterwards', async () => {
        const [first, second] = [randomUUID(), randomUUID()];
        expect(await vault.claim('code', 'unit-1', 'ab12', first)).toBe(first);
        expect(await vault.claim('code', 'unit-1', ' AB12 ', second)).toBe(first);
        expect(await vault.find('code', 'unit-1', 'Ab12')).toBe(first);
      });

      it('keeps scopes and kinds apart', async () => {
        const [first, second] = [randomUUID(), randomUUID()];
        await vault.claim('code', 'unit-1', '7', first);
        expect(await vault.claim('code', 'unit-2', '7', second)).toBe(second);
        expect(await vault.find('phone', 'unit-1', '7')).toBeUndefined();
      });

      it('compares phones by their digits', async () => {
        const ref = randomUUID();
        await vault.claim('phone', '', '+223 70-00-00-01', ref);
        expect(await vault.find('phone', '', '22370000001')).toBe(ref);
      });

      it.each(['70000001', '+223 70 00 00 01', '00223-70-00-00-01', '0022370000001', '223 70000001'])(
        'takes %s for the number a Malian phone shows',
        async (written) => {
          const ref = randomUUID();
          await vault.claim('phone', 'ML', written, ref);
          for (const other of ['70 00 00 01', '+22370000001'])
            expect(await vault.find('phone', 'ML', other)).toBe(ref);
          for (const other of ['+33 70000001', '22300001', '7000001'])
            expect(await vault.find('phone', 'ML', other)).toBeUndefined();
        },
      );

      it('gives a value up, for its holder only', async () => {
        const [first, second] = [randomUUID(), randomUUID()];
        await vault.claim('code', 'unit-1', '7', first);
        await vault.release('code', 'unit-1', '7', second);
        expect(await vault.find('code', 'unit-1', '7')).toBe(first);
        await vault.release('code', 'unit-1', '7', first);
        expect(await vault.claim('code', 'unit-1', '7', second)).toBe(second);
      });

      it('refuses a value with nothing in it', async () => {
        await expect(vault.claim('phone', '', 'néant', randomUUID())).rejects.toMatchObject({
          code: 'empty-value',
        });
        expect(await vault.find('phone', '', 'néant')).toBeUndefined();
      });

      it('has one winner under a race', async () => {
        const refs = Array.from({ length: 12 }, () => randomUUID());
        const winners = await Promise.all(
          refs.map((ref) => vault.claim('name-key', 'unit-1', 'awa|test', ref)),
        );
        expect(new Set(winners).size).toBe(1);
        expect(await vault.find('name-key', 'unit-1', 'awa|test')).toBe(winners[0]);
      });
    });

    describe('erasure', () => {
      it('is final: nothing opens, nothing is sealed or claimed again', async () => {
        const ref = randomUUID();
        await vault.sealPerson(ref, awa);
        await vault.erasePerson(ref);
        await vault.erasePerson(ref);
        expect(await vault.openPerson(ref)).toEqual({ kind: 'erased' });
        await expect(vault.sealPerson(ref, awa)).rejects.toMatchObject({ code: 'erased' });
        await expect(vault.claim('code', 'unit-1', '9', ref)).rejects.toMatchObject({ code: 'erased' });
        expect(await vault.find('code', 'unit-1', '9')).toBeUndefined();
      });

      it('frees the look-up values', async () => {
        const [first, second] = [randomUUID(), randomUUID()];
        await vault.claim('code', 'unit-1', '7', first);
        await vault.erasePerson(first);
        expect(await vault.find('code', 'unit-1', '7')).toBeUndefined();
        expect(await vault.claim('code', 'unit-1', '7', second)).toBe(second);
      });

      it('wins over sealings that run beside it', async () => {
        const ref = randomUUID();
        const sealings = Array.from({ length: 8 }, () => vault.sealPerson(ref, awa));
        await Promise.allSettled([...sealings, vault.erasePerson(ref)]);
        expect(await vault.openPerson(ref)).toEqual({ kind: 'erased' });
      });
    });

    describe('texts', () => {
      it('opens what was sealed, and leaves out what it does not know', async () => {
        const ref = randomUUID();
        const sealed = await vault.sealText(ref, 'Réunion tenue à Kɔnɔdimini');
        expect(sealed).toEqual({ textRef: ref, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
        const texts = await vault.openTexts([ref, randomUUID()]);
        expect([...texts]).toEqual([[ref, 'Réunion tenue à Kɔnɔdimini']]);
      });

      it('may seal the same text again, and refuses another one', async () => {
        const ref = randomUUID();
        const sealed = await vault.sealText(ref, 'un');
        expect(await vault.sealText(ref, 'un')).toEqual(sealed);
        await expect(vault.sealText(ref, 'deux')).rejects.toMatchObject({ code: 'text-exists' });
        expect((await vault.openTexts([ref])).get(ref)).toBe('un');
      });

      it('says by the digest whether two texts are the same', async () => {
        const same = await vault.sealText(randomUUID(), 'un');
        expect((await vault.sealText(randomUUID(), 'un')).digest).toBe(same.digest);
        expect((await vault.sealText(randomUUID(), 'deux')).digest).not.toBe(same.digest);
        expect(vault.digest('text', 'un')).toBe(same.digest);
      });
    });

    describe('files', () => {
      it.each([0, 1, MIB, 2 * MIB + 17])('opens a file of %i bytes', async (length) => {
        const [ref, bytes] = [randomUUID(), fileOf(length)];
        await vault.sealFile(ref, bytes);
        await vault.sealFile(ref, bytes);
        expect(Buffer.compare((await vault.openFile(ref)) ?? Buffer.from('none'), bytes)).toBe(0);
      });

      it('refuses another file under the same reference, and one that is too large', async () => {
        const ref = randomUUID();
        await vault.sealFile(ref, fileOf(10));
        await expect(vault.sealFile(ref, fileOf(11))).rejects.toMatchObject({ code: 'file-exists' });
        expect(await vault.openFile(ref)).toHaveLength(10);
        const large = new Uint8Array(25 * MIB + 1);
        await expect(vault.sealFile(randomUUID(), large)).rejects.toMatchObject({ code: 'file-too-large' });
      });

      it('destroys a file, which may then be sealed anew', async () => {
        const ref = randomUUID();
        await vault.sealFile(ref, fileOf(10));
        await vault.destroyFile(ref);
        await vault.destroyFile(ref);
        expect(await vault.openFile(ref)).toBeUndefined();
        await vault.sealFile(ref, fileOf(12));
        expect(await vault.openFile(ref)).toHaveLength(12);
      });
    });

    describe('digests', () => {
      it('are equal for equal text and purpose, and for nothing else', () => {
        expect(vault.digest('command', 'a')).toMatch(/^[0-9a-f]{64}$/);
        expect(vault.digest('command', 'a')).toBe(vault.digest('command', 'a'));
        expect(vault.digest('command', 'a')).not.toBe(vault.digest('command', 'b'));
        expect(vault.digest('command', 'a')).not.toBe(vault.digest('reserve', 'a'));
      });
    });
  });
};
