import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import type { AppendOutcome, EventStore } from '@benkan/event-store';
import { verifyChain } from '@benkan/event-store';
import type { Shelf, Stored } from '@benkan/vault';
import { backUp } from './back-up';
import type { Source } from './copying';
import { readErasures } from './erasures';
import { sha256Of } from './manifest';
import { recordLine } from './records';
import { restore } from './restore';
import {
  all,
  emptyStores,
  essence,
  freshKek,
  holdMeeting,
  holdMeetings,
  inMemorySystem,
  log,
  temporaryFolder,
  upload,
  vaultOver,
  type RunningSystem,
  type TemporaryFolder,
} from './running-system.examples';

const SMALL = { lines: 7, bytes: 4_000 };

let folder: TemporaryFolder;
let system: RunningSystem;
let people: readonly string[];
const kek = freshKek();
const dir = (): string => folder.at('backup');

beforeEach(async () => {
  [folder, system] = [await temporaryFolder(), await inMemorySystem(kek)];
  people = await holdMeetings(system, 12);
  await upload(system);
  await backUp({ source: system, dir: dir(), limits: SMALL, about: { kind: 'demo' } });
});
afterEach(() => folder.remove());

const recordsOf = async ({ shelves }: Source): Promise<string[]> => {
  const found: Stored[] = [];
  for (const shelf of Object.values(shelves) as Shelf<Stored>[]) found.push(...(await all(shelf.scan({}))));
  return found.map((record) => sha256Of(recordLine(record)));
};

describe('a restoration', () => {
  it('brings back every event, record and name, and says what it did', async () => {
    const target = emptyStores();
    const report = await restore({ dir: dir(), target });
    expect(report).toMatchObject({
      before: { events: 0, records: 0 },
      restored: { events: 24 },
      erased: 0,
      manifest: { about: { kind: 'demo' }, keks: [kek.id] },
    });
    expect(essence(await log(target.store))).toEqual(essence(await log(system.store)));
    expect(await recordsOf(target)).toEqual(await recordsOf(system));
    const vault = await vaultOver(target.shelves, [kek]);
    expect(await vault.openPerson(people[3] ?? '')).toMatchObject({
      person: { lastName: `nom ${people[3]}` },
    });
    const [meeting] = await log(target.store);
    expect(await verifyChain(target.store, meeting?.stream ?? '')).toMatchObject({
      kind: 'whole',
      revision: 1n,
    });
    await expect(vaultOver(target.shelves, [freshKek()])).rejects.toMatchObject({ code: 'wrong-kek' });
  });

  it('may be begun again when it was finished, and changes nothing', async () => {
    const target = emptyStores();
    await restore({ dir: dir(), target });
    const report = await restore({ dir: dir(), target });
    expect(report).toMatchObject({ before: { events: 24 }, restored: { events: 0, records: 0 } });
    expect(essence(await log(target.store))).toEqual(essence(await log(system.store)));
  });

  it('goes on wherever it was interrupted, vault and events alike', async () => {
    const wanted = essence(await log(system.store));
    for (let step = 0; step < 60; step += 7) {
      const target = emptyStores();
      let left = step;
      const failing = <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) => {
        return async (...args: A): Promise<R> => {
          if ((left -= 1) < 0) throw new Error('killed');
          return work(...args);
        };
      };
      const dying = <D extends Stored>(shelf: Shelf<D>): Shelf<D> => ({
        ...shelf,
        keep: failing(shelf.keep),
      });
      const { keys, people: persons, texts } = target.shelves;
      const shelves = { ...target.shelves, keys: dying(keys), people: dying(persons), texts: dying(texts) };
      const store = { ...target.store, append: failing(target.store.append) };
      await expect(restore({ dir: dir(), target: { store, shelves } })).rejects.toThrow('killed');
      await restore({ dir: dir(), target });
      expect(essence(await log(target.store))).toEqual(wanted);
    }
  });

  it('writes each event once, although the store does not say so', async () => {
    const target = emptyStores();
    const unknown: AppendOutcome = { kind: 'unknown', detail: 'no answer' };
    let turn = 0;
    const forgetful: EventStore = {
      ...target.store,
      append: async (...args) => {
        turn += 1;
        if (turn % 3 === 0) return unknown;
        const outcome = await target.store.append(...args);
        return turn % 3 === 1 ? unknown : outcome;
      },
    };
    await restore({ dir: dir(), target: { ...target, store: forgetful } });
    expect(essence(await log(target.store))).toEqual(essence(await log(system.store)));
  });

  it.each([
    [{ kind: 'unknown', detail: 'gone' }, 'unavailable'],
    [{ kind: 'conflict' }, 'target-refuses'],
    [{ kind: 'refused', code: 'storage-full', detail: '' }, 'storage-full'],
    [{ kind: 'refused', code: 'stream-deleted', detail: '' }, 'target-refuses'],
  ] as const)('ends with a refusal when the store answers %j', async (outcome, code) => {
    const target = emptyStores();
    const store: EventStore = { ...target.store, append: async () => outcome };
    await expect(restore({ dir: dir(), target: { ...target, store }, patienceMs: 1 })).rejects.toMatchObject({
      code,
    });
  });
});

describe('what was restored is read back', () => {
  const refused = (target: Source) =>
    expect(restore({ dir: dir(), target })).rejects.toMatchObject({ code: 'target-refuses' });

  it.each(['keys', 'people', 'texts', 'chunks'] as const)(
    'and refused where the vault has not kept some of its %s',
    async (name) => {
      const target = emptyStores();
      const forgetting = <D extends Stored>(shelf: Shelf<D>): Shelf<D> => {
        let kept = 0;
        return {
          ...shelf,
          keep: async (record) => ((kept += 1) === 2 ? record : shelf.keep(record)),
        };
      };
      const shelf = forgetting<Stored>(target.shelves[name] as Shelf<Stored>);
      await refused({ ...target, shelves: { ...target.shelves, [name]: shelf } });
    },
  );

  it('and refused where the event store tells less than it was given', async () => {
    const target = emptyStores();
    const losing: EventStore = {
      ...target.store,
      async *subscribe(options) {
        let told = 0;
        for await (const item of target.store.subscribe(options))
          if (item.kind !== 'event' || (told += 1) < 24) yield item;
      },
    };
    await refused({ ...target, store: losing });
  });
});

describe('the stores restored into', () => {
  const refused = (target: Source) =>
    expect(restore({ dir: dir(), target })).rejects.toMatchObject({ code: 'not-empty' });

  it('hold nothing else: other events, more events, another vault', async () => {
    await refused(await inMemorySystem(kek));
    const others = await inMemorySystem(kek);
    await holdMeeting(others);
    await refused({ store: others.store, shelves: emptyStores().shelves });
    await refused({ store: emptyStores().store, shelves: others.shelves });
    await holdMeeting(system);
    await refused(system);
  });

  it('hold no record more than the backup, even where no event tells', async () => {
    const target = emptyStores();
    await restore({ dir: dir(), target });
    await target.shelves.notes.put({
      _id: randomUUID(),
      shelf: 's',
      keyId: 'k',
      createdAt: new Date(),
      nonce: Buffer.alloc(1),
      box: Buffer.alloc(1),
    });
    await refused(target);
  });

  it('are left untouched by a refusal', async () => {
    const target = { store: (await inMemorySystem()).store, shelves: (await inMemorySystem(kek)).shelves };
    const before = await recordsOf(target);
    await refused(target);
    expect(await recordsOf(target)).toEqual(before);
    expect(await target.store.head()).toBeUndefined();
  });
});

describe('an erasure made since the backup', () => {
  it('stands: neither key nor ciphertext nor look-up of the person comes back', async () => {
    const [gone, stays] = people;
    await system.vault.erasePerson(gone ?? '');
    await backUp({ source: system, dir: folder.at('later') });
    const target = emptyStores();
    const report = await restore({ dir: dir(), target, erasedSince: await readErasures(folder.at('later')) });
    expect(report.erased).toBe(1);
    const vault = await vaultOver(target.shelves, [kek]);
    expect(await vault.openPerson(gone ?? '')).toEqual({ kind: 'erased' });
    expect(await vault.find('code', 'unit', gone ?? '')).toBeUndefined();
    expect(await vault.openPerson(stays ?? '')).toMatchObject({ kind: 'open' });
    expect(await target.shelves.keys.get(`person:${gone}`)).toMatchObject({ erased: true });
    expect(await target.shelves.people.get(gone ?? '')).toBeUndefined();
    expect(await all(target.shelves.lookUps.scan({ ref: gone ?? '' }))).toEqual([]);
  });

  it('undoes what an interrupted restoration put back, and stands in every later one', async () => {
    const [gone = ''] = people;
    const target = emptyStores();
    const dying: EventStore = { ...target.store, append: () => Promise.reject(new Error('killed')) };
    await expect(restore({ dir: dir(), target: { ...target, store: dying } })).rejects.toThrow('killed');
    expect(await target.shelves.keys.get(`person:${gone}`)).toMatchObject({ kind: 'person' });
    await restore({ dir: dir(), target, erasedSince: [{ ref: gone, erasedAt: new Date() }] });
    await restore({ dir: dir(), target });
    const vault = await vaultOver(target.shelves, [kek]);
    expect(await vault.openPerson(gone)).toEqual({ kind: 'erased' });
    expect(await target.shelves.people.get(gone)).toBeUndefined();
  });
});

describe('what is given to restore', () => {
  it('is refused with what to do', async () => {
    const target = emptyStores();
    const answer = (keysDir?: string, from = dir()) =>
      restore({ dir: from, target, ...(keysDir === undefined ? {} : { keysDir }) });
    await backUp({ source: system, dir: folder.at('second') });
    await expect(answer(folder.at('second.keys'))).rejects.toMatchObject({ code: 'wrong-keys' });
    await expect(answer(folder.at('nowhere'))).rejects.toMatchObject({ code: 'no-keys' });
    await expect(answer(undefined, folder.at('nowhere'))).rejects.toMatchObject({ code: 'not-a-backup' });
    const manifest = folder.at('second/benkan-backup.json');
    const text = await readFile(manifest, 'utf8');
    await writeFile(manifest, text.replace('"format": 2', '"format": 3'));
    await expect(answer(undefined, folder.at('second'))).rejects.toMatchObject({ code: 'newer-format' });
    await rm(`${dir()}.keys`, { recursive: true });
    await expect(answer()).rejects.toMatchObject({
      code: 'no-keys',
      message: expect.stringMatching(/give the folder where this backup's keys are kept/),
    });
    expect(await target.store.head()).toBeUndefined();
  });
});
