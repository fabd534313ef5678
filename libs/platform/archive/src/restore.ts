import { archivedEvents, eventsThere } from './compare-events';
import type { Source } from './copying';
import { applyErasures, erasedFrom, type Erased } from './erased';
import type { ErasedSince } from './erasures';
import { FaultFound } from './fault';
import { shelfIn, type Manifest } from './manifest';
import { placesOf, type Places } from './paths';
import { counting, type OnProgress } from './progress';
import { ArchiveRefused, inWords } from './refused';
import { restoreEvents } from './restore-events';
import { recordsKept, recordsThere, restoreShelf, type ShelfRestoring } from './restore-shelf';
import { dataShelves, shelfFor, type ShelfName } from './shelves';
import { damaged, verified, type Verified } from './verify-backup';

export type RestoreOptions = {
  readonly dir: string;
  /** Folder of the keys. Default: `<dir>.keys`. */
  readonly keysDir?: string;
  /** Empty stores, or those an interrupted restoration of the same backup went into. Nothing else may write there. */
  readonly target: Source;
  /** People erased since the backup was taken: their keys, ciphertexts and look-ups do not come back. */
  readonly erasedSince?: ErasedSince;
  /** Milliseconds to wait for an event store that does not answer. Default: 30000. */
  readonly patienceMs?: number;
  readonly onProgress?: OnProgress;
};

export type RestoreReport = {
  readonly manifest: Manifest;
  /** What an interrupted restoration had already put there. */
  readonly before: { readonly events: number; readonly records: number };
  /** What this one put there. */
  readonly restored: { readonly events: number; readonly records: number };
  /** People who stay erased. */
  readonly erased: number;
  readonly seconds: { readonly vault: number; readonly events: number };
};

type Restoring = {
  readonly places: Places;
  readonly backup: Verified;
  readonly target: Source;
  readonly erased: Erased;
  readonly patienceMs: number;
  readonly onProgress: OnProgress;
};

const shelvesOf = ({ places, backup, target, erased }: Restoring): readonly ShelfRestoring[] => {
  const of = (name: ShelfName, root: string, files: ShelfRestoring['files']): ShelfRestoring => ({
    name,
    shelf: shelfFor(target.shelves, name),
    root,
    files,
    erased,
  });
  return [
    of('keys', places.keysDir, backup.keys?.files ?? []),
    ...dataShelves.map((name) => of(name, places.dir, shelfIn(backup.manifest.vault, name).files)),
  ];
};

const recordsIn = ({ vault, keys }: Manifest): number =>
  dataShelves.reduce((sum, name) => sum + shelfIn(vault, name).records, keys.records);

const eventsIn = ({ places, backup, target }: Restoring, onEvent: () => void): Promise<number> =>
  eventsThere(target.store, archivedEvents(places.dir, backup.manifest), onEvent);

/** What is already there, before anything is written. */
const lookAround = async (restoring: Restoring): Promise<RestoreReport['before']> => {
  const count = counting('comparing', restoring.onProgress);
  let records = 0;
  for (const shelf of shelvesOf(restoring)) records += await recordsThere(shelf, count.add);
  return { records, events: await eventsIn(restoring, count.add) };
};

const timed = async <T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> => {
  const begun = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - begun) / 1_000 };
};

/** How many records of the backup are there now. */
const vaultRestored = async (restoring: Restoring): Promise<number> => {
  const count = counting('vault', restoring.onProgress, recordsIn(restoring.backup.manifest));
  await applyErasures(restoring.target.shelves, restoring.erased);
  for (const shelf of shelvesOf(restoring)) await restoreShelf(shelf, count.add);
  count.tell();
  return count.done();
};

const eventsRestored = async (restoring: Restoring, there: number): Promise<void> => {
  const { places, backup, target, patienceMs, onProgress } = restoring;
  const count = counting('events', onProgress, backup.manifest.events.records);
  count.add(there);
  const events = archivedEvents(places.dir, backup.manifest, there);
  await restoreEvents(target.store, events, { patienceMs, restored: count.add });
  count.tell();
};

const readBack = async (restoring: Restoring): Promise<void> => {
  const { events } = restoring.backup.manifest;
  const count = counting(
    'comparing',
    restoring.onProgress,
    events.records + recordsIn(restoring.backup.manifest),
  );
  for (const shelf of shelvesOf(restoring)) await recordsKept(shelf, count.add);
  const there = await eventsIn(restoring, count.add);
  count.tell();
  if (there !== events.records)
    throw new ArchiveRefused(
      'target-refuses',
      `the event store tells ${there} of ${events.records} events; restore into a fresh store`,
    );
};

const restored = async (restoring: Restoring): Promise<RestoreReport> => {
  const { manifest } = restoring.backup;
  const before = await lookAround(restoring);
  // vault first, event second
  const vault = await timed(() => vaultRestored(restoring));
  const events = await timed(() => eventsRestored(restoring, before.events));
  await readBack(restoring);
  return {
    manifest,
    before,
    restored: {
      events: manifest.events.records - before.events,
      records: Math.max(0, vault.value - before.records),
    },
    erased: restoring.erased.all.length,
    seconds: { vault: vault.seconds, events: events.seconds },
  };
};

/**
 * Verifies a backup, puts it into empty stores and reads back what they kept; begun again after an interruption, it
 * goes on. Positions and recording instants are the new store's own; read models are not restored but rebuilt.
 * Throws `ArchiveRefused`: those of `verifyBackup`, `damaged`, `not-empty`, `storage-full`, `target-refuses`,
 * `unavailable`.
 */
export const restore = ({ dir, keysDir, target, ...options }: RestoreOptions): Promise<RestoreReport> =>
  inWords(dir, async () => {
    const { erasedSince = [], patienceMs = 30_000, onProgress = () => undefined } = options;
    const places = placesOf(dir, keysDir);
    try {
      const backup = await verified(places, onProgress);
      const erased = await erasedFrom(erasedSince, places.dir, target.shelves);
      return await restored({ places, backup, target, erased, patienceMs, onProgress });
    } catch (error) {
      throw error instanceof FaultFound ? damaged(error.fault) : error;
    }
  });
