import { randomUUID } from 'node:crypto';
import type { Mark, Vault } from './vault';

const phone = (value: string): Mark => ({ kind: 'phone', scope: 'ML', value });
const name = (value: string, scope = 'unit-1'): Mark => ({ kind: 'name', scope, value });

/** What every vault must do with people who look alike. `open` answers an empty vault; the suite closes it. */
export const marksContract = (title: string, open: () => Promise<Vault>): void => {
  describe(`${title} tells who looks like whom`, () => {
    let vault: Vault;
    beforeEach(async () => {
      vault = await open();
    });
    afterEach(() => vault.close());

    it('by phone however written, by name within a scope, never alone', async () => {
      const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
      await vault.mark(one, [phone('+223 70 00 00 01'), name('awa traore')]);
      await vault.mark(two, [phone('70000001'), name('awa traore', 'unit-2')]);
      await vault.mark(three, [phone(''), name('awa traore')]);
      expect(await vault.alike([one])).toEqual([
        { kind: 'name', refs: [one, three].sort() },
        { kind: 'phone', refs: [one, two].sort() },
      ]);
      expect(await vault.alike([two, two])).toEqual([{ kind: 'phone', refs: [one, two].sort() }]);
      expect(await vault.alike([randomUUID()])).toEqual([]);
    });

    it('by what they bear, in the same order each time; nothing is borne by nobody', async () => {
      const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
      await vault.mark(one, [phone('+223 70 00 00 01'), name('awa traore')]);
      await vault.mark(two, [phone('70000001')]);
      await vault.mark(three, [phone(''), name('')]);
      expect(await vault.bearing(phone('00223 70000001'))).toEqual([one, two].sort());
      expect(await vault.bearing(name('awa traore'))).toEqual([one]);
      expect(await vault.bearing(name('awa traore', 'unit-2'))).toEqual([]);
      expect(await vault.bearing(phone('néant'))).toEqual([]);
      expect(await vault.bearing(name(''))).toEqual([]);
      await vault.erasePerson(two);
      expect(await vault.bearing(phone('70000001'))).toEqual([one]);
    });

    it('as they were marked last, and as often as they like', async () => {
      const [one, two] = [randomUUID(), randomUUID()];
      for (const ref of [one, two, one]) await vault.mark(ref, [phone('70000001')]);
      expect(await vault.alike([one])).toHaveLength(1);
      await vault.mark(two, [phone('70000002')]);
      expect(await vault.alike([one, two])).toEqual([]);
    });

    it('without the erased, who cannot be marked again', async () => {
      const [one, two] = [randomUUID(), randomUUID()];
      for (const ref of [one, two]) await vault.mark(ref, [phone('70000001')]);
      await vault.erasePerson(two);
      await vault.mark(two, [phone('70000001')]);
      expect(await vault.alike([one, two])).toEqual([]);
    });
  });
};
