import { randomBytes, randomUUID } from 'node:crypto';
import { memoryShelves } from './in-memory';
import { kekFrom, ringOf, type Kek, type Keyring } from './keyring';
import { openPepper } from './pepper';
import type { VaultShelves } from './records';
import { sealedVault } from './sealed-vault';
import type { Shelf, Stored } from './shelf';
import { VaultUnavailable, type Vault } from './vault';
import type { VaultUpkeep } from './upkeep';

const now = (): Date => new Date('2026-03-01T08:00:00Z');
const freshKek = (): Kek => kekFrom(randomBytes(32));

const open = async (
  shelves: VaultShelves,
  keks: Keyring,
  unreadable: (trouble: unknown) => void = () => undefined,
): Promise<Vault & VaultUpkeep> => {
  const ring = ringOf(keks);
  const pepper = await openPepper(shelves.keys, ring, now());
  return sealedVault({ shelves, ring, pepper, now, unreadable, close: async () => undefined });
};

const rewrite = async <D extends Stored>(
  shelf: Shelf<D>,
  id: string,
  change: (doc: D) => D,
): Promise<void> => {
  const doc = await shelf.get(id);
  if (doc === undefined) throw new Error(`no ${id}`);
  await shelf.put(change(doc));
};

const flipped = <D extends { readonly box: Uint8Array }>(doc: D): D => {
  const box = Uint8Array.from(doc.box);
  box[0] = (box[0] ?? 0) ^ 1;
  return { ...doc, box };
};

/** Every shelf shares one budget of operations; the one after it fails, and all that follow. */
const failingAfter = (shelves: VaultShelves, budget: number): VaultShelves => {
  let left = budget;
  const spend = (): void => {
    left -= 1;
    if (left < 0) throw new VaultUnavailable('crash');
  };
  const guard = <D extends Stored>(shelf: Shelf<D>): Shelf<D> => ({
    get: async (id) => (spend(), shelf.get(id)),
    getMany: async (ids) => (spend(), shelf.getMany(ids)),
    scan: (match) => (spend(), shelf.scan(match)),
    keep: async (doc) => (spend(), shelf.keep(doc)),
    put: async (doc) => (spend(), shelf.put(doc)),
    swap: async (match, doc) => (spend(), shelf.swap(match, doc)),
    remove: async (match) => (spend(), shelf.remove(match)),
    removeBefore: async (instant) => (spend(), shelf.removeBefore(instant)),
  });
  const { keys, people, texts, files, chunks, notes, lookUps } = shelves;
  return {
    keys: guard(keys),
    people: guard(people),
    texts: guard(texts),
    files: guard(files),
    chunks: guard(chunks),
    notes: guard(notes),
    lookUps: guard(lookUps),
  };
};

/** Runs the work with a crash after 0, 1, 2… operations until it gets through; answers how often it crashed. */
const crashEverywhere = async (work: (budget: number) => Promise<unknown>): Promise<number> => {
  for (let budget = 0; ; budget += 1) {
    try {
      await work(budget);
      return budget;
    } catch (error) {
      if (!(error instanceof VaultUnavailable)) throw error;
    }
  }
};

describe('altered bytes', () => {
  it('are refused when asked for alone, unknown in a page, and reported', async () => {
    const shelves = memoryShelves();
    const troubles: unknown[] = [];
    const vault = await open(shelves, [freshKek()], (trouble) => troubles.push(trouble));
    const [bad, good] = [randomUUID(), randomUUID()];
    await vault.sealPerson(bad, { lastName: 'a' });
    await vault.sealPerson(good, { lastName: 'b' });
    await rewrite(shelves.people, bad, flipped);
    await expect(vault.openPerson(bad)).rejects.toMatchObject({ code: 'unreadable' });
    const page = await vault.openPeople([bad, good]);
    expect([page.get(bad)?.kind, page.get(good)?.kind]).toEqual(['unknown', 'open']);
    expect(troubles).toEqual([{ kind: 'person', ref: bad, code: 'unreadable' }]);
  });

  it('are refused when they were sealed for another person, under the key moved with them', async () => {
    const shelves = memoryShelves();
    const vault = await open(shelves, [freshKek()]);
    const [victim, thief] = [randomUUID(), randomUUID()];
    await vault.sealPerson(victim, { lastName: 'a' });
    await vault.sealPerson(thief, { lastName: 'b' });
    const stolen = await shelves.people.get(victim);
    await rewrite(shelves.people, thief, (doc) => ({ ...doc, ...stolen, _id: thief }));
    await expect(vault.openPerson(thief)).rejects.toMatchObject({ code: 'unreadable' });
    const key = await shelves.keys.get(`person:${victim}`);
    await rewrite(shelves.keys, `person:${thief}`, (doc) => ({ ...doc, ...key, _id: doc._id, ref: thief }));
    await expect(vault.openPerson(thief)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('are left out of a page of texts', async () => {
    const shelves = memoryShelves();
    const vault = await open(shelves, [freshKek()]);
    const [bad, good] = [randomUUID(), randomUUID()];
    await vault.sealText(bad, 'un');
    await vault.sealText(good, 'deux');
    await rewrite(shelves.texts, bad, (doc) => ({ ...doc, box: new Uint8Array(3) }));
    expect([...(await vault.openTexts([bad, good]))]).toEqual([[good, 'deux']]);
  });

  it('of a file are refused: cut short, reordered, or missing a part', async () => {
    const shelves = memoryShelves();
    const vault = await open(shelves, [freshKek()]);
    const ref = randomUUID();
    await vault.sealFile(ref, randomBytes(2_500_000));
    const sealed = await shelves.files.get(ref);
    await rewrite(shelves.files, ref, (manifest) => ({ ...manifest, count: 2 }));
    await expect(vault.openFile(ref)).rejects.toMatchObject({ code: 'unreadable' });
    if (sealed !== undefined) await shelves.files.put(sealed);
    const id = (index: number): string => `${ref}:${sealed?.keyId}:${sealed?.digest}:${index}`;
    const first = await shelves.chunks.get(id(0));
    await rewrite(shelves.chunks, id(1), (doc) => ({ ...doc, ...first, _id: doc._id }));
    await expect(vault.openFile(ref)).rejects.toMatchObject({ code: 'unreadable' });
    await shelves.chunks.remove({ _id: id(1) });
    await expect(vault.openFile(ref)).rejects.toMatchObject({ code: 'unreadable' });
  });
});

describe('the key-encryption key', () => {
  it('opens nothing when it is another one', async () => {
    const shelves = memoryShelves();
    await open(shelves, [freshKek()]);
    await expect(open(shelves, [freshKek()])).rejects.toMatchObject({ code: 'wrong-kek' });
  });

  it('is replaced without losing anything, and opens nothing afterwards', async () => {
    const [shelves, from, to] = [memoryShelves(), freshKek(), freshKek()];
    const vault = await open(shelves, [from]);
    const [kept, gone] = [randomUUID(), randomUUID()];
    await vault.sealPerson(kept, { lastName: 'a' });
    await vault.sealPerson(gone, { lastName: 'b' });
    await vault.claim('code', 'u', '1', kept);
    const digest = vault.digest('command', 'x');
    await vault.erasePerson(gone);
    expect(await vault.rotateKek({ from, to })).toEqual({ rewrapped: 2, verified: 2, failed: [] });
    await vault.sealPerson(randomUUID(), { lastName: 'c' });
    const after = await open(shelves, [to]);
    expect(await after.openPerson(kept)).toMatchObject({ kind: 'open' });
    expect(await after.openPerson(gone)).toEqual({ kind: 'erased' });
    expect(await after.find('code', 'u', '1')).toBe(kept);
    expect(after.digest('command', 'x')).toBe(digest);
    await expect(open(shelves, [from])).rejects.toMatchObject({ code: 'wrong-kek' });
  });

  it('is replaced although the rotation crashed after any of its steps', async () => {
    const [shelves, from, to] = [memoryShelves(), freshKek(), freshKek()];
    const refs = Array.from({ length: 5 }, () => randomUUID());
    const before = await open(shelves, [from]);
    for (const ref of refs) await before.sealPerson(ref, { lastName: ref });
    const crashes = await crashEverywhere(async (budget) => {
      const vault = await open(shelves, [from, to]);
      for (const ref of refs) expect(await vault.openPerson(ref)).toMatchObject({ kind: 'open' });
      await (await open(failingAfter(shelves, budget), [from, to])).rotateKek({ from, to });
    });
    expect(crashes).toBeGreaterThan(4);
    expect(await before.rotateKek({ from, to })).toEqual({ rewrapped: 0, verified: 6, failed: [] });
  });

  it('in the root decides: a process that knows both follows, one that knows the old refuses', async () => {
    const [shelves, from, to] = [memoryShelves(), freshKek(), freshKek()];
    const rotating = await open(shelves, [from]);
    const [knowing, stale] = [await open(shelves, [from, to]), await open(shelves, [from])];
    await rotating.rotateKek({ from, to });
    await knowing.sealPerson(randomUUID(), { lastName: 'a' });
    const ref = randomUUID();
    await expect(stale.sealPerson(ref, { lastName: 'b' })).rejects.toMatchObject({ code: 'wrong-kek' });
    await knowing.sealPerson(ref, { lastName: 'b' });
    expect(await rotating.rotateKek({ from, to })).toEqual({ rewrapped: 0, verified: 3, failed: [] });
  });

  it('does not bring back a key that is erased while it is being moved', async () => {
    const [shelves, from, to, ref] = [memoryShelves(), freshKek(), freshKek(), randomUUID()];
    const vault = await open(shelves, [from]);
    await vault.sealPerson(ref, { lastName: 'a' });
    const { keys } = shelves;
    const swap: typeof keys.swap = async (match, doc) => {
      await vault.erasePerson(ref);
      return keys.swap(match, doc);
    };
    const rotating = await open({ ...shelves, keys: { ...keys, swap } }, [from, to]);
    expect(await rotating.rotateKek({ from, to })).toEqual({ rewrapped: 1, verified: 1, failed: [] });
    expect(await rotating.openPerson(ref)).toEqual({ kind: 'erased' });
  });

  it('names what it cannot move, so that the old one is not destroyed', async () => {
    const [shelves, from, to] = [memoryShelves(), freshKek(), freshKek()];
    const vault = await open(shelves, [from]);
    const ref = randomUUID();
    await vault.sealText(ref, 'un');
    await rewrite(shelves.keys, `text:${ref}`, (doc) => ('box' in doc ? flipped(doc) : doc));
    expect(await vault.rotateKek({ from, to })).toEqual({
      rewrapped: 1,
      verified: 1,
      failed: [`text:${ref}`],
    });
    await expect(vault.rotateKek({ from: freshKek(), to: freshKek() })).rejects.toMatchObject({
      code: 'wrong-kek',
    });
  });
});

describe('a crash after any step', () => {
  it('of a sealing, claim or upload is mended by doing it again', async () => {
    const [shelves, kek] = [memoryShelves(), freshKek()];
    const vault = await open(shelves, [kek]);
    const [person, text, file] = [randomUUID(), randomUUID(), randomUUID()];
    const crashes = await crashEverywhere(async (budget) => {
      const crashing = await open(failingAfter(shelves, budget), [kek]);
      await crashing.claim('code', 'u', '1', person);
      await crashing.sealPerson(person, { lastName: 'a' });
      await crashing.sealText(text, 'un');
      await crashing.sealFile(file, Buffer.alloc(1_500_000, 7));
    });
    expect(crashes).toBeGreaterThan(10);
    expect(await vault.openPerson(person)).toMatchObject({ kind: 'open' });
    expect((await vault.openTexts([text])).get(text)).toBe('un');
    expect(await vault.openFile(file)).toHaveLength(1_500_000);
  });

  it.each([3, 4, 5])('of an erasure (%i) leaves nothing that opens', async (budget) => {
    const [shelves, kek, ref] = [memoryShelves(), freshKek(), randomUUID()];
    const vault = await open(shelves, [kek]);
    await vault.sealPerson(ref, { lastName: 'a' });
    await vault.claim('code', 'u', '1', ref);
    const crashing = await open(failingAfter(shelves, budget), [kek]);
    await crashing.erasePerson(ref).catch((error: unknown) => expect(error).toBeInstanceOf(VaultUnavailable));
    expect(await vault.openPerson(ref)).toEqual({ kind: 'erased' });
    expect(await vault.find('code', 'u', '1')).toBeUndefined();
    const heir = randomUUID();
    expect(await vault.claim('code', 'u', '1', heir)).toBe(heir);
  });
});

describe('the pepper', () => {
  it('is the same for processes that start together', async () => {
    const [shelves, kek] = [memoryShelves(), freshKek()];
    const vaults = await Promise.all(Array.from({ length: 6 }, () => open(shelves, [kek])));
    expect(new Set(vaults.map((vault) => vault.digest('command', 'x'))).size).toBe(1);
  });
});
