import { verifyChain, type EventStore } from '@benkan/event-store';
import { atLength } from '@benkan/testing';
import { backUp, type BackUpReport } from './back-up';
import { inLogOrder } from './event-line';
import { restore } from './restore';
import { restoreAndKill } from './restoring-child.examples';
import {
  emptyStores,
  essence,
  freshKek,
  holdMeeting,
  holdMeetings,
  log,
  temporaryFolder,
  upload,
  vaultOver,
  type RunningSystem,
  type TemporaryFolder,
} from './running-system.examples';
import { startServers, storesAt, systemAt, type Servers } from './servers.examples';
import { verifyBackup } from './verify-backup';

const MEETINGS = atLength({ ci: 15, soak: 100 });
const WRITERS = 3;

const kek = freshKek();
let folder: TemporaryFolder;
let source: Servers;
let running: RunningSystem & { readonly close: () => Promise<void> };
beforeAll(async () => {
  folder = await temporaryFolder();
  source = await startServers();
  running = await systemAt(source.urls, [kek]);
}, 60_000);
afterAll(async () => {
  await running.close();
  await source.close();
  await folder.remove();
});

/** Holds meetings beside the work, from before it begins until it has ended. */
const whileWriting = async <T>(work: () => Promise<T>): Promise<{ result: T; held: number }> => {
  let [held, ending] = [0, false];
  const begun = Array.from({ length: WRITERS }, () => holdMeeting(running));
  const writers = begun.map(async (first) => {
    await first;
    while (!ending) {
      await holdMeeting(running);
      held += 1;
    }
  });
  await Promise.all(begun);
  const result = await work().finally(() => (ending = true));
  await Promise.all(writers);
  return { result, held };
};

const logUpTo = async (store: EventStore, { manifest }: BackUpReport) => {
  const head = manifest.position;
  if (head === null) throw new Error('no position');
  const at = { commit: BigInt(head.commit), prepare: BigInt(head.prepare) };
  return (await log(store)).filter(({ position }) => inLogOrder(position, at) <= 0);
};

describe('a backup of servers that run', () => {
  let taken: BackUpReport;
  let people: readonly string[];

  it('is consistent while others write: each archived event finds its text, and no revision is missing', async () => {
    people = await holdMeetings(running, MEETINGS);
    await upload(running);
    for (let round = 0; round < atLength({ ci: 1, soak: 3 }); round += 1) {
      const dir = folder.at(`running-${round}`);
      const { result, held } = await whileWriting(() =>
        backUp({ source: running, dir, limits: { lines: 20, bytes: 50_000 } }),
      );
      expect(held).toBeGreaterThan(0);
      expect(result.manifest.findings).toEqual({
        brokenChains: 0,
        broken: [],
        missingTexts: 0,
        textsWithoutKey: 0,
      });
      expect(await verifyBackup(result)).toMatchObject({ kind: 'whole', keys: 'whole' });
      expect(result.manifest.events.records).toBe((await logUpTo(running.store, result)).length);
      taken = result;
    }
  }, 600_000);

  it('is restored into fresh servers, event for event, and opens with its KEK alone', async () => {
    const servers = await startServers();
    const target = await storesAt(servers.urls);
    const report = await restore({ dir: taken.dir, target });
    expect(report.restored.events).toBe(taken.manifest.events.records);
    const restored = await log(target.store);
    expect(essence(restored)).toEqual(essence(await logUpTo(running.store, taken)));
    const [{ stream } = { stream: '' }] = restored;
    expect(await verifyChain(target.store, stream)).toMatchObject({ kind: 'whole' });
    await expect(systemAt(servers.urls, [freshKek()])).rejects.toMatchObject({ code: 'wrong-kek' });
    const system = await systemAt(servers.urls, [kek]);
    expect(await system.vault.openPerson(people[0] ?? '')).toMatchObject({
      person: { lastName: `nom ${people[0]}` },
    });
    await holdMeeting(system);
    await Promise.all([system.close(), target.close()]);
    await servers.close();
  }, 120_000);

  it('goes from servers into memory too: one archive for every kind of store', async () => {
    const target = emptyStores();
    await restore({ dir: taken.dir, target });
    expect(essence(await log(target.store))).toEqual(essence(await logUpTo(running.store, taken)));
    const vault = await vaultOver(target.shelves, [kek]);
    expect(await vault.openPerson(people[1] ?? '')).toMatchObject({ kind: 'open' });
    const again = await backUp({ source: target, dir: folder.at('again') });
    expect(again.manifest.events).toMatchObject({ records: taken.manifest.events.records });
    expect(again.manifest.keks).toEqual([kek.id]);
  }, 120_000);

  it.each([
    { thing: 'person', count: 5 },
    { thing: 'event', count: 10 },
  ] as const)(
    'goes on after the restoring process was killed at $thing $count',
    async (until) => {
      const servers = await startServers();
      const told = await restoreAndKill({ urls: servers.urls, dir: taken.dir }, until);
      expect(told).not.toContain('restored');
      const target = await storesAt(servers.urls);
      const report = await restore({ dir: taken.dir, target });
      expect(report.before.records).toBeGreaterThan(0);
      expect(report.before.events > 0).toBe(until.thing === 'event');
      expect(essence(await log(target.store))).toEqual(essence(await logUpTo(running.store, taken)));
      await target.close();
      await servers.close();
    },
    120_000,
  );

  it('refuses servers that hold anything, and leaves them as they are', async () => {
    const before = essence(await log(running.store));
    await expect(restore({ dir: taken.dir, target: running })).rejects.toMatchObject({ code: 'not-empty' });
    expect(essence(await log(running.store))).toEqual(before);
  }, 60_000);
});
