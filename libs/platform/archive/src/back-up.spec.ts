import { mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  StoreUnavailable,
  type EventStore,
  type SubscribeOptions,
  type SubscriptionItem,
} from '@benkan/event-store';
import type { Match } from '@benkan/vault';
import { backUp } from './back-up';
import { readErasures } from './erasures';
import { MANIFEST, MARKER } from './paths';
import {
  all,
  filesUnder,
  freshKek,
  holdMeetings,
  inMemorySystem,
  log,
  temporaryFolder,
  upload,
  type RunningSystem,
  type TemporaryFolder,
} from './running-system.examples';
import { verifyBackup } from './verify-backup';

const SMALL = { lines: 7, bytes: 4_000 };

let folder: TemporaryFolder;
let system: RunningSystem;
beforeEach(async () => {
  [folder, system] = [await temporaryFolder(), await inMemorySystem()];
});
afterEach(() => folder.remove());

const take = (name = 'backup') => backUp({ source: system, dir: folder.at(name), limits: SMALL });

describe('a backup', () => {
  it('is taken, read back and said whole, in files of bounded size', async () => {
    await holdMeetings(system, 10);
    await upload(system);
    const { dir, keysDir, manifest } = await take();
    expect(keysDir).toBe(`${dir}.keys`);
    expect(manifest.events).toMatchObject({ records: 20, streams: 10 });
    expect(manifest.events.files.map(({ lines }) => lines).every((lines) => lines <= 7)).toBe(true);
    expect(manifest.vault.people.records).toBe(10);
    expect(manifest.vault.chunks.records).toBe(2);
    expect(manifest.findings).toEqual({ brokenChains: 0, broken: [], missingTexts: 0, textsWithoutKey: 0 });
    expect(await verifyBackup({ dir, keysDir })).toMatchObject({ kind: 'whole', keys: 'whole', manifest });
    expect(await verifyBackup({ dir })).toMatchObject({ kind: 'whole', keys: 'not-checked' });
  });

  it('is for its owner only, holds no KEK, and keeps every key apart from the data', async () => {
    const kek = freshKek();
    system = await inMemorySystem(kek);
    await holdMeetings(system, 3);
    const { dir, keysDir, manifest } = await take();
    expect(manifest.keks).toEqual([kek.id]);
    const bytes = kek.key.export();
    for (const file of [...(await filesUnder(dir)), ...(await filesUnder(keysDir))]) {
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const content = await readFile(file);
      expect(content.includes(bytes) || content.includes(bytes.toString('base64'))).toBe(false);
    }
    for (const each of [dir, keysDir, join(dir, 'events'), join(dir, 'vault')])
      expect((await stat(each)).mode & 0o777).toBe(0o700);
    expect((await filesUnder(dir)).some((file) => file.includes('keys-'))).toBe(false);
  });

  it('of an empty system is a backup too', async () => {
    const { dir, keysDir, manifest } = await take();
    expect(manifest).toMatchObject({ position: null, events: { records: 0 }, keys: { records: 1 } });
    expect(await verifyBackup({ dir, keysDir })).toMatchObject({ kind: 'whole' });
  });

  it('goes up to the newest event there was, and has whatever these refer to', async () => {
    await holdMeetings(system, 3);
    const { store, shelves } = system;
    const busy = async function* <T>(items: AsyncIterable<T>): AsyncGenerator<T> {
      await holdMeetings(system, 2);
      yield* items;
    };
    const source = {
      store: { ...store, subscribe: (options: SubscribeOptions) => busy(store.subscribe(options)) },
      shelves: {
        ...shelves,
        lookUps: { ...shelves.lookUps, scan: (match: Match) => busy(shelves.lookUps.scan(match)) },
        people: { ...shelves.people, scan: (match: Match) => busy(shelves.people.scan(match)) },
      },
    };
    const { manifest } = await backUp({ source, dir: folder.at('backup') });
    expect(manifest.events.records).toBe(6);
    expect(manifest.vault.texts.records).toBe(9);
    expect(manifest.findings).toMatchObject({ missingTexts: 0, textsWithoutKey: 0 });
  });

  it('takes a broken subscription up where it broke', async () => {
    await holdMeetings(system, 5);
    let delivered = 0;
    const breaking: EventStore = {
      ...system.store,
      async *subscribe(options) {
        for await (const item of system.store.subscribe(options)) {
          yield item;
          if ((delivered += 1) % 4 === 0) throw new StoreUnavailable('gone');
        }
      },
    };
    const { manifest } = await backUp({ source: { ...system, store: breaking }, dir: folder.at('backup') });
    expect(manifest.events).toMatchObject({ records: 10, streams: 5 });
  });

  it('is refused over a log that does not tell its newest event, or an event that is no JSON', async () => {
    await holdMeetings(system, 2);
    const without = (drop: (index: number) => SubscriptionItem[]): EventStore => ({
      ...system.store,
      async *subscribe(options) {
        let index = 0;
        for await (const item of system.store.subscribe(options)) yield* index++ < 3 ? [item] : drop(index);
      },
    });
    const position = { commit: 99n, prepare: 99n };
    const late = without(() => [{ kind: 'checkpoint', position }]);
    await expect(
      backUp({ source: { ...system, store: late }, dir: folder.at('late') }),
    ).rejects.toMatchObject({ code: 'unreadable-log' });
    const [event] = await log(system.store);
    if (event === undefined) throw new Error('no event');
    const torn = without(() => [{ kind: 'event', event: { ...event, data: '{torn' } }]);
    await expect(
      backUp({ source: { ...system, store: torn }, dir: folder.at('torn') }),
    ).rejects.toMatchObject({ code: 'unreadable-log', message: expect.stringContaining(event.stream) });
  });

  it('names the KEKs it needs while they are being changed, the one of new keys first', async () => {
    const [from, to] = [freshKek(), freshKek()];
    system = await inMemorySystem(from);
    await holdMeetings(system, 2);
    await system.vault.rotateKek({ from, to });
    expect((await take('rotated')).manifest.keks).toEqual([to.id]);
    const { keys } = system.shelves;
    const [left] = (await all(keys.scan({}))).filter(({ _id }) => _id.startsWith('person:'));
    if (left === undefined || 'erased' in left) throw new Error('no key');
    await keys.put({ ...left, kekId: from.id });
    expect((await take('between')).manifest.keks).toEqual([to.id, from.id]);
  });

  it('tells the erased it knows of', async () => {
    const [erased] = await holdMeetings(system, 2);
    await system.vault.erasePerson(erased ?? '');
    const { dir } = await take();
    expect(await readErasures(dir)).toEqual([{ ref: erased, erasedAt: expect.any(Date) }]);
  });

  it('tells what was already wrong in the stores, and stays whole', async () => {
    await holdMeetings(system, 2);
    const [text] = await all(system.shelves.texts.scan({}));
    await system.shelves.texts.remove({ _id: text?._id ?? '' });
    await system.store.append('meeting-unchained', 'no-stream', [
      { id: '6a9e3f64-6f06-4f65-8b3f-0a3f3f1f0a11', type: 'a', data: {}, metadata: {} },
    ]);
    const { dir, keysDir, manifest } = await take();
    expect(manifest.findings).toEqual({
      brokenChains: 1,
      broken: [{ stream: 'meeting-unchained', revision: '0', reason: 'no-chain' }],
      missingTexts: 1,
      textsWithoutKey: 0,
    });
    expect(await verifyBackup({ dir, keysDir })).toMatchObject({ kind: 'whole' });
  });
});

describe('the folders of a backup', () => {
  it('lie apart, by whatever way they are named', async () => {
    await mkdir(folder.at('real'));
    await symlink(folder.at('real'), folder.at('alias'));
    for (const [dir, keysDir] of [
      ['a', 'a'],
      ['a', 'a/keys'],
      ['a/data', 'a'],
      ['real', 'alias/keys'],
    ] as const)
      await expect(
        backUp({ source: system, dir: folder.at(dir), keysDir: folder.at(keysDir) }),
      ).rejects.toMatchObject({ code: 'folders-overlap' });
  });

  it('are refused with anything else in them, and left as they are', async () => {
    const { dir } = await take();
    await expect(take()).rejects.toMatchObject({
      code: 'not-empty',
      message: expect.stringMatching(/finished/),
    });
    await mkdir(folder.at('other'));
    await writeFile(folder.at('other/letter.txt'), 'x');
    await expect(take('other')).rejects.toMatchObject({ code: 'not-empty' });
    await expect(
      backUp({ source: system, dir: folder.at('new'), keysDir: `${dir}.keys` }),
    ).rejects.toMatchObject({ code: 'not-empty' });
    expect(await verifyBackup({ dir, keysDir: `${dir}.keys` })).toMatchObject({ kind: 'whole' });
    await writeFile(folder.at('file'), 'x');
    await expect(take('file')).rejects.toMatchObject({ code: 'not-a-folder' });
  });

  it('serve one backup at a time', async () => {
    await holdMeetings(system, 2);
    const results = await Promise.allSettled([take(), take()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'in-use' } });
  });

  it('are begun again after a backup that was cut short, which is none', async () => {
    await holdMeetings(system, 6);
    let events = 0;
    const dying: EventStore = {
      ...system.store,
      async *subscribe(options) {
        for await (const item of system.store.subscribe(options)) {
          if ((events += 1) > 9) throw new Error('killed');
          yield item;
        }
      },
    };
    const dir = folder.at('backup');
    await expect(backUp({ source: { ...system, store: dying }, dir, limits: SMALL })).rejects.toThrow(
      'killed',
    );
    expect((await filesUnder(dir)).length).toBeGreaterThan(1);
    await expect(verifyBackup({ dir })).rejects.toMatchObject({ code: 'unfinished' });
    await expect(
      backUp({ source: system, dir: folder.at('elsewhere'), keysDir: `${dir}.keys` }),
    ).resolves.toMatchObject({ dir: folder.at('elsewhere') });
    await rm(`${dir}.keys`, { recursive: true });
    await take();
    expect((await filesUnder(dir)).some((file) => file.endsWith(MARKER))).toBe(false);
    expect(await verifyBackup({ dir, keysDir: `${dir}.keys` })).toMatchObject({ kind: 'whole' });
  });

  it('are given back with what a stranger put beside an unfinished backup', async () => {
    await mkdir(folder.at('backup'));
    await writeFile(folder.at(`backup/${MARKER}`), JSON.stringify({ id: 'x' }));
    await writeFile(folder.at('backup/letter.txt'), 'x');
    await expect(take()).rejects.toMatchObject({
      code: 'not-empty',
      message: expect.stringMatching(/letter/),
    });
    await rm(folder.at('backup/letter.txt'));
    await expect(take()).resolves.toMatchObject({ manifest: { format: 2 } });
    await expect(verifyBackup({ dir: folder.at('nowhere') })).rejects.toMatchObject({ code: 'not-a-backup' });
    expect(await readFile(folder.at(`backup/${MANIFEST}`), 'utf8')).toContain('checksum');
  });

  it('say that this user may not write there', async () => {
    await expect(
      backUp({ source: system, dir: '/sys/benkan-backup', keysDir: folder.at('k') }),
    ).rejects.toMatchObject({
      code: 'no-permission',
    });
  });
});
