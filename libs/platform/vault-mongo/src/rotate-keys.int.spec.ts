import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Vault, VaultUpkeep } from '@benkan/vault';
import { loadKek, loadKeks } from './load-kek';
import { openVault } from './open-vault';
import { rotateKeys } from './rotate-keys';
import { startServers, type Servers, type Stores } from './testing';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers.close());

describe('replacing the key-encryption key of a file', () => {
  let folder: string;
  let file: string;
  let stores: Stores;
  let opened: (Vault & VaultUpkeep)[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rotate-'));
    file = join(folder, 'kek');
    stores = servers.stores();
    opened = [];
  });
  afterEach(async () => {
    for (const vault of opened) await vault.close();
    rmSync(folder, { recursive: true });
  });
  const open = async (): Promise<Vault & VaultUpkeep> => {
    const vault = await openVault({ ...stores, keks: loadKeks(file), reload: () => loadKeks(file) });
    opened.push(vault);
    return vault;
  };
  const person = async (vault: Vault): Promise<string> => {
    const ref = randomUUID();
    await vault.sealPerson(ref, { lastName: 'Test' });
    return ref;
  };

  it('leaves one new key, which opens everything, and nothing of the old one beside it', async () => {
    const vault = await open();
    const ref = await person(vault);
    const [before, old] = [loadKek({ file }), readFileSync(file)];
    const rotated = await rotateKeys(file, vault, () => new Date(5_000));
    expect(rotated).toMatchObject({ failed: [], cleanSince: new Date(5_000) });
    expect(loadKeks(file).map(({ id }) => id)).toEqual([rotated.kekId]);
    expect(rotated.kekId).not.toBe(before.id);
    expect(readdirSync(folder)).toEqual(['kek']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).includes(old)).toBe(false);
    expect(await vault.cleanSince()).toEqual(new Date(5_000));
    expect(await (await open()).openPerson(ref)).toMatchObject({ kind: 'open' });
  });

  it('is followed by processes that run over the same file, old keys and new ones', async () => {
    const [running, rotating] = [await open(), await open()];
    const ref = await person(running);
    const before = running.digest('text', 'x');
    await rotateKeys(file, rotating);
    expect(await running.openPerson(ref)).toMatchObject({ kind: 'open' });
    const later = await person(running);
    expect(await (await open()).openPerson(later)).toMatchObject({ kind: 'open' });
    expect((await open()).digest('text', 'x')).toBe(before);
    await rotateKeys(file, running);
    expect(await rotating.openPerson(later)).toMatchObject({ kind: 'open' });
  });

  it('goes on after a crash between the two keys, under the one that was begun', async () => {
    const vault = await open();
    const ref = await person(vault);
    const crashing = { ...vault, rotateKek: () => Promise.reject(new Error('crash')) };
    await expect(rotateKeys(file, crashing)).rejects.toThrow('crash');
    const [begun, ...others] = loadKeks(file);
    expect(others).toHaveLength(1);
    expect(await (await open()).openPerson(ref)).toMatchObject({ kind: 'open' });
    const halfway = { ...vault, markClean: () => Promise.reject(new Error('crash')) };
    await expect(rotateKeys(file, halfway)).rejects.toThrow('crash');
    expect(loadKeks(file).map(({ id }) => id)).toEqual([begun.id]);
    expect(await vault.cleanSince()).toBeUndefined();
    expect(await rotateKeys(file, await open())).toMatchObject({ failed: [] });
    expect(await (await open()).openPerson(ref)).toMatchObject({ kind: 'open' });
  });

  it('keeps the old key while something does not open under the new one', async () => {
    const vault = await open();
    const ref = await person(vault);
    const failing = {
      ...vault,
      rotateKek: async (change: Parameters<VaultUpkeep['rotateKek']>[0]) => ({
        ...(await vault.rotateKek(change)),
        failed: [`person:${ref}`],
      }),
    };
    expect(await rotateKeys(file, failing)).toMatchObject({
      failed: [`person:${ref}`],
      cleanSince: undefined,
    });
    expect(loadKeks(file)).toHaveLength(2);
    expect(await vault.cleanSince()).toBeUndefined();
  });

  it('is done by one at a time; what a dead process left is taken over', async () => {
    const vault = await open();
    writeFileSync(`${file}.rotating`, String(process.pid), { mode: 0o600 });
    await expect(rotateKeys(file, vault)).rejects.toMatchObject({ code: 'rotation-under-way' });
    writeFileSync(`${file}.rotating`, '999999999');
    expect(await rotateKeys(file, vault)).toMatchObject({ failed: [] });
    expect(existsSync(`${file}.rotating`)).toBe(false);
  });

  it('refuses a file that others may read', async () => {
    const vault = await open();
    chmodSync(file, 0o644);
    await expect(rotateKeys(file, vault)).rejects.toMatchObject({ code: 'readable-by-others' });
  });
});
