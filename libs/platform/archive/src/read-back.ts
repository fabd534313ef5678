import type { Position } from '@benkan/event-store';
import type { Stored } from '@benkan/vault';
import { erasureFrom } from './erasures';
import { eventFrom } from './event-line';
import { faultAt } from './fault';
import { fingerprints } from './fingerprints';
import { historyCheck } from './history-check';
import { shelfIn, type FileEntry, type Findings, type KeysManifest, type Manifest } from './manifest';
import { MANIFEST } from './paths';
import { counting, type OnProgress } from './progress';
import { linesOf, linesOfAll, said } from './read-lines';
import { recordFrom } from './records';
import { dataShelves } from './shelves';
import { textCheck, type TextCheck } from './text-check';

export type Reading = {
  readonly dir: string;
  readonly manifest: Omit<Manifest, 'findings' | 'keys'>;
  /** Absent: the keys are not looked at. */
  readonly keys?: { readonly dir: string; readonly manifest: KeysManifest };
  readonly onProgress: OnProgress;
};

type Shelf = { readonly records: number; readonly files: readonly FileEntry[] };
type Count = { readonly add: () => void };

const NOTHING = Buffer.alloc(0);

const counted = (what: string, found: number, told: number): void => {
  if (found !== told)
    throw faultAt({ file: MANIFEST }, 'wrong-count', `${found} ${what} are there, ${told} were told`);
};

const readShelf = async (
  root: string,
  shelf: Shelf,
  hear: (record: Stored) => void,
  count: Count,
): Promise<void> => {
  const met = fingerprints(0);
  for await (const line of linesOfAll(root, shelf.files)) {
    const record = said(line, recordFrom, 'not-a-record');
    if (met.get(record._id) !== undefined)
      throw faultAt(line.place, 'duplicate', 'the record was there before');
    met.set(record._id, NOTHING);
    hear(record);
    count.add();
  }
  counted('records', met.size(), shelf.records);
};

const readEvents = async ({ dir, manifest }: Reading, texts: TextCheck, count: Count) => {
  const history = historyCheck();
  for await (const line of linesOfAll(dir, manifest.events.files)) {
    const event = said(line, eventFrom, 'not-an-event');
    history.event(event, line.place);
    texts.event(event.data);
    count.add();
  }
  const { events, streams, position, ...chains } = history.counts();
  counted('events', events, manifest.events.records);
  counted('streams', streams, manifest.events.streams);
  samePosition(position, manifest.position);
  return chains;
};

const samePosition = (found: Position | undefined, told: Manifest['position']): void => {
  if (found?.commit.toString() === told?.commit && found?.prepare.toString() === told?.prepare) return;
  throw faultAt({ file: MANIFEST }, 'wrong-count', 'the last event does not stand at the position told');
};

const totalOf = ({ manifest, keys }: Reading): number =>
  dataShelves.reduce((sum, name) => sum + shelfIn(manifest.vault, name).records, 0) +
  manifest.events.records +
  (keys?.manifest.records ?? 0);

/**
 * Reads every file from disk: checksums, shapes, counts, the order and chains of the events, the texts they refer to.
 * Throws `FaultFound` at the first that is not what was written.
 */
export const readBack = async (reading: Reading): Promise<Findings> => {
  const { dir, manifest, keys, onProgress } = reading;
  const count = counting('verifying', onProgress, totalOf(reading));
  const texts = textCheck(keys !== undefined);
  if (keys !== undefined) await readShelf(keys.dir, keys.manifest, texts.key, count);
  for await (const line of linesOf(dir, manifest.erasures)) said(line, erasureFrom, 'not-a-record');
  for (const name of dataShelves)
    await readShelf(
      dir,
      shelfIn(manifest.vault, name),
      name === 'texts' ? texts.text : () => undefined,
      count,
    );
  const chains = await readEvents(reading, texts, count);
  count.tell();
  return { ...chains, ...texts.counts() };
};
