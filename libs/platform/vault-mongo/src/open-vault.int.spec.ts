import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { kekFrom, type Kek, type Keyring, type Vault, type VaultUpkeep } from '@benkan/vault';
import { vaultContract } from '@benkan/vault/contract';
import { openVault } from './open-vault';
import { startServers, withDb, type Servers, type Stores } from './testing';

const freshKek = (): Kek => kekFrom(randomBytes(32));

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers.close());

vaultContract('the vault over two document stores', () =>
  openVault({ ...servers.stores(), keks: [freshKek()] }),
);

describe('the vault over two document stores', () => {
  let stores: Stores;
  let opened: (Vault & VaultUpkeep)[];
  const open = async (keks: Keyring, now?: () => Date): Promise<Vault & VaultUpkeep> => {
    const vault = await openVault({ ...stores, keks, ...(now === undefined ? {} : { now }) });
    opened.push(vault);
    return vault;
  };
  beforeEach(() => {
    opened = [];
    stores = servers.stores();
  });
  afterEach(async () => {
    for (const vault of opened) await vault.close();
  });

  it('leaves no name, phone, text, file or look-up value in the bytes kept', async () => {
    const vault = await open([freshKek()]);
    const marker = (): string => `marker${randomBytes(9).toString('hex')}`;
    const [name, phone, code, text, file] = [marker(), '99887766554433', marker(), marker(), marker()];
    const ref = randomUUID();
    await vault.sealPerson(ref, { lastName: name, phone });
    await vault.claim('phone', '', phone, ref);
    await vault.claim('code', 'unit', code, ref);
    await vault.claim('name-key', 'unit', name, ref);
    await vault.sealText(randomUUID(), text);
    await vault.sealFile(randomUUID(), Buffer.from(file.repeat(40_000)));
    const kept = await servers.bytes(stores);
    expect(kept.some((bytes) => bytes.includes(ref))).toBe(true);
    for (const secret of [name, phone, code, code.toUpperCase(), text, file])
      expect(
        kept.some((bytes) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le'))),
      ).toBe(false);
  });

  it('keeps everything for the next process, and opens nothing for another KEK', async () => {
    const kek = freshKek();
    const [ref, text, file] = [randomUUID(), randomUUID(), randomUUID()];
    const before = await open([kek]);
    await before.sealPerson(ref, { lastName: 'a' });
    await before.sealText(text, 'un');
    await before.sealFile(file, Buffer.from('bytes'));
    const after = await open([kek]);
    expect(await after.openPerson(ref)).toEqual({ kind: 'open', person: { lastName: 'a' } });
    expect((await after.openTexts([text])).get(text)).toBe('un');
    expect(await after.openFile(file)).toEqual(Buffer.from('bytes'));
    expect(after.digest('command', 'x')).toBe(before.digest('command', 'x'));
    await expect(open([freshKek()])).rejects.toMatchObject({ code: 'wrong-kek' });
  });

  it('has one pepper for processes that start together', async () => {
    const kek = freshKek();
    const vaults = await Promise.all(Array.from({ length: 4 }, () => open([kek])));
    expect(new Set(vaults.map((vault) => vault.digest('command', 'x'))).size).toBe(1);
  });

  it('has one winner of a claim and one key of a person between processes', async () => {
    const kek = freshKek();
    const vaults = [await open([kek]), await open([kek])];
    const ref = randomUUID();
    const refs = Array.from({ length: 10 }, () => randomUUID());
    const won = await Promise.all(
      refs.map((each, n) => (vaults[n % 2] as Vault).claim('code', 'unit', '12', each)),
    );
    expect(new Set(won).size).toBe(1);
    await Promise.all(refs.map((each, n) => (vaults[n % 2] as Vault).sealPerson(ref, { lastName: each })));
    for (const vault of vaults) expect(await vault.openPerson(ref)).toMatchObject({ kind: 'open' });
  });

  it('keeps of an erased person a tombstone, and neither key, ciphertext nor look-up', async () => {
    const vault = await open([freshKek()]);
    const ref = randomUUID();
    await vault.sealPerson(ref, { lastName: 'a' });
    await vault.claim('code', 'unit', '1', ref);
    await vault.erasePerson(ref);
    const keys = await withDb(stores.keysUrl, (db) =>
      db.collection('keys').find({ kind: 'person' }).toArray(),
    );
    expect(keys).toEqual([]);
    for (const name of ['people', 'look_ups'])
      expect(await withDb(stores.vaultUrl, (db) => db.collection(name).find({}).toArray())).toEqual([]);
  });

  it('shows a page although one record was altered, and refuses that one alone', async () => {
    const vault = await open([freshKek()]);
    const [bad, good] = [randomUUID(), randomUUID()];
    for (const ref of [bad, good]) await vault.sealPerson(ref, { lastName: 'a' });
    await withDb(stores.vaultUrl, (db) =>
      db.collection<{ _id: string }>('people').replaceOne({ _id: bad }, { box: 'nonsense' }),
    );
    const page = await vault.openPeople([bad, good]);
    expect([page.get(bad)?.kind, page.get(good)?.kind]).toEqual(['unknown', 'open']);
    await expect(vault.openPerson(bad)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('changes its KEK while people are sealed beside it, and after a crash in the middle', async () => {
    const [from, to] = [freshKek(), freshKek()];
    const [dying, rotating, sealing] = [await open([from]), await open([from, to]), await open([from, to])];
    const refs = Array.from({ length: 120 }, () => randomUUID());
    const sealed = (some: readonly string[]): Promise<unknown> =>
      Promise.all(some.map((ref) => sealing.sealPerson(ref, { lastName: ref })));
    await sealed(refs.slice(0, 90));
    const crashed = dying.rotateKek({ from, to }).catch((error: unknown) => error);
    await withDb(stores.keysUrl, async (db) => {
      while ((await db.collection('keys').findOne({ kekId: to.id })) === null);
    });
    await dying.close();
    await crashed;
    await Promise.all([rotating.rotateKek({ from, to }), sealed(refs.slice(90))]);
    expect(await rotating.rotateKek({ from, to })).toEqual({ rewrapped: 0, verified: 121, failed: [] });
    const page = await (await open([to])).openPeople(refs);
    expect([...page.values()].every(({ kind }) => kind === 'open')).toBe(true);
    await expect(open([from])).rejects.toMatchObject({ code: 'wrong-kek' });
  });

  it('destroys the files sealed before an instant, to their last part', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    const vault = await open([freshKek()], () => now);
    const [old, recent] = [randomUUID(), randomUUID()];
    await vault.sealFile(old, randomBytes(1_200_000));
    now = new Date('2026-02-01T00:00:00Z');
    await vault.sealFile(recent, Buffer.from('b'));
    expect(await vault.destroyFilesBefore(new Date('2026-01-15T00:00:00Z'))).toBe(1);
    expect(await vault.openFile(old)).toBeUndefined();
    expect(await vault.openFile(recent)).toEqual(Buffer.from('b'));
    const chunks = await withDb(stores.vaultUrl, (db) => db.collection('file_chunks').find({}).toArray());
    expect(chunks.map(({ ref }) => ref as unknown)).toEqual([recent]);
  });

  it('says that its stores are unavailable, and wants two of them', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const gone = { keysUrl: `mongodb://127.0.0.1:${port}/keys`, keks: [freshKek()], patience: 200 } as const;
    await expect(openVault({ ...gone, vaultUrl: stores.vaultUrl })).rejects.toMatchObject({
      code: 'unavailable',
    });
    await expect(openVault({ ...gone, vaultUrl: gone.keysUrl })).rejects.toThrow(/two stores/);
    const vault = await open([freshKek()]);
    await vault.close();
    await expect(vault.openPerson(randomUUID())).rejects.toMatchObject({ code: 'unavailable' });
    await expect(vault.sealText(randomUUID(), 'x')).rejects.toMatchObject({ code: 'unavailable' });
  });
});
