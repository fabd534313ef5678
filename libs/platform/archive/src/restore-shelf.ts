import { isTombstone, type KeyRecord, type Shelf, type Stored } from '@benkan/vault';
import type { Erased } from './erased';
import { fingerprints, type Fingerprints } from './fingerprints';
import type { FileEntry } from './manifest';
import { linesOfAll, said } from './read-lines';
import { contentOf, recordFrom } from './records';
import { ArchiveRefused } from './refused';
import type { ShelfName } from './shelves';

export type ShelfRestoring = {
  readonly name: ShelfName;
  readonly shelf: Shelf<Stored>;
  readonly root: string;
  readonly files: readonly FileEntry[];
  readonly erased: Erased;
};

const AT_ONCE = 64;
const BYTES_AT_ONCE = 4 * 1024 * 1024;

const isErased = (name: ShelfName, record: Stored): boolean =>
  name === 'keys' && isTombstone(record as KeyRecord);

const notEmpty = (name: ShelfName, id: string): ArchiveRefused =>
  new ArchiveRefused(
    'not-empty',
    `the vault (${name}) holds ${id}, which is not of this backup; restore into empty stores`,
  );

// that somebody was erased stands, whatever the backup says
const mayStand = (name: ShelfName, kept: Stored, archived: Stored): boolean =>
  isErased(name, kept) || contentOf(kept).equals(contentOf(archived));

type Archived = { readonly record: Stored; readonly bytes: number };

async function* archivedRecords({ root, files }: ShelfRestoring): AsyncGenerator<Archived> {
  for await (const line of linesOfAll(root, files))
    yield { record: said(line, recordFrom, 'not-a-record'), bytes: line.text.length };
}

const contentsIn = async ({ name, shelf }: ShelfRestoring): Promise<Fingerprints> => {
  const there = fingerprints(16);
  for await (const record of shelf.scan({}))
    if (!isErased(name, record)) there.set(record._id, contentOf(record));
  return there;
};

const isIn = (there: Fingerprints, record: Stored): boolean =>
  there.get(record._id)?.equals(contentOf(record)) === true;

/**
 * How many records of the backup the shelf holds. Throws `not-empty` where it holds anything else.
 */
export const recordsThere = async (restoring: ShelfRestoring, onRecord: () => void): Promise<number> => {
  const there = await contentsIn(restoring);
  let found = 0;
  for await (const { record } of there.size() === 0 ? [] : archivedRecords(restoring)) {
    const kept = there.get(record._id);
    if (kept !== undefined && !isIn(there, record)) throw notEmpty(restoring.name, record._id);
    if (kept !== undefined) found += 1;
    onRecord();
  }
  if (found < there.size()) throw notEmpty(restoring.name, `${there.size() - found} records`);
  return found;
};

const keepAll = async ({ name, shelf }: ShelfRestoring, records: readonly Stored[]): Promise<void> => {
  const kept = await Promise.all(records.map((record) => shelf.keep(record)));
  for (const [index, record] of records.entries()) {
    const there = kept[index];
    if (there !== undefined && !mayStand(name, there, record)) throw notEmpty(name, record._id);
  }
};

/** Puts back every record that is not held back, some at a time. */
export const restoreShelf = async (
  restoring: ShelfRestoring,
  restored: (count: number) => void,
): Promise<void> => {
  let [batch, bytes]: [Stored[], number] = [[], 0];
  const flush = async (): Promise<void> => {
    await keepAll(restoring, batch);
    restored(batch.length);
    [batch, bytes] = [[], 0];
  };
  for await (const archived of archivedRecords(restoring)) {
    if (restoring.erased.holdsBack(restoring.name, archived.record)) continue;
    batch.push(archived.record);
    bytes += archived.bytes;
    if (batch.length >= AT_ONCE || bytes >= BYTES_AT_ONCE) await flush();
  }
  await flush();
};

/** Reads back from the shelf what was put there. Throws `target-refuses` where a record is not there any more. */
export const recordsKept = async (
  restoring: ShelfRestoring,
  onRecords: (count: number) => void,
): Promise<void> => {
  const { name, shelf, erased } = restoring;
  let batch = new Map<string, Stored>();
  const flush = async (): Promise<void> => {
    for (const kept of await shelf.getMany([...batch.keys()])) {
      const archived = batch.get(kept._id);
      if (archived !== undefined && mayStand(name, kept, archived)) batch.delete(kept._id);
    }
    const [lost] = batch.keys();
    if (lost !== undefined)
      throw new ArchiveRefused(
        'target-refuses',
        `the vault (${name}) did not keep ${lost}; stop every service, then restore into empty stores`,
      );
  };
  for await (const { record } of archivedRecords(restoring)) {
    if (!erased.holdsBack(name, record)) batch.set(record._id, record);
    if (batch.size < AT_ONCE) continue;
    const count = batch.size;
    await flush();
    onRecords(count);
    batch = new Map();
  }
  await flush();
  onRecords(batch.size);
};
