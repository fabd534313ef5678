import type { EventStore, Position } from '@benkan/event-store';
import { isTombstone, type KeyRecord } from '@benkan/vault';
import { chunksIn, type ChunkLimits } from './chunks';
import { copyEvents } from './copy-events';
import { copyShelf } from './copy-shelf';
import { erasureLine, erasureOf } from './erasures';
import { fingerprints } from './fingerprints';
import type { Folder } from './folder';
import { sha256Of, type FileEntry, type Manifest } from './manifest';
import { ERASURES } from './paths';
import { counting, type OnProgress } from './progress';
import { dataShelves, pathOf, shelfFor, type ArchiveShelves, type DataShelfName } from './shelves';

export type Source = { readonly store: EventStore; readonly shelves: ArchiveShelves };

export type Copying = {
  readonly source: Source;
  readonly folder: Folder;
  readonly limits: ChunkLimits;
  readonly onProgress: OnProgress;
};

type Copied<Name extends 'events' | 'vault'> = Manifest[Name];

const NOTHING = Buffer.alloc(0);

const streamCount = () => {
  const met = fingerprints(0);
  return { meet: (stream: string): void => met.set(stream, NOTHING), size: met.size };
};

/** The events up to the head; an empty store has none. */
export const eventsCopied = async (
  { source, folder, limits, onProgress }: Copying,
  head: Position | undefined,
): Promise<Copied<'events'>> => {
  const chunks = chunksIn(folder, 'events/', limits);
  const [progress, streams] = [counting('events', onProgress), streamCount()];
  if (head !== undefined)
    await copyEvents({
      store: source.store,
      head,
      chunks,
      copied: ({ stream }) => {
        streams.meet(stream);
        progress.add();
      },
    });
  const files = [...(await chunks.end())];
  progress.tell();
  return { records: chunks.records(), streams: streams.size(), files };
};

/** Every shelf but the keys. */
export const vaultCopied = async ({
  source,
  folder,
  limits,
  onProgress,
}: Copying): Promise<Copied<'vault'>> => {
  const progress = counting('vault', onProgress);
  const copied: [DataShelfName, NonNullable<Copied<'vault'>[DataShelfName]>][] = [];
  for (const name of dataShelves) {
    const chunks = chunksIn(folder, pathOf(name), limits);
    await copyShelf(shelfFor(source.shelves, name), chunks, () => progress.add());
    copied.push([name, { files: [...(await chunks.end())], records: chunks.records() }]);
  }
  progress.tell();
  return Object.fromEntries(copied) as Copied<'vault'>;
};

export type CopiedKeys = {
  readonly records: number;
  readonly files: FileEntry[];
  /** The KEKs that wrap them; first the one that wraps new keys. */
  readonly keks: string[];
  readonly erasures: readonly string[];
};

const rootFirst = (keks: ReadonlyMap<string, number>): string[] =>
  [...keks].sort(([, a], [, b]) => a - b).map(([id]) => id);

/** The keys, and what the erased left of theirs. After the records: each of these has its key then. */
export const keysCopied = async ({ source, folder, limits, onProgress }: Copying): Promise<CopiedKeys> => {
  const chunks = chunksIn(folder, pathOf('keys'), limits);
  const progress = counting('keys', onProgress);
  const keks = new Map<string, number>();
  const erasures: string[] = [];
  await copyShelf(shelfFor(source.shelves, 'keys'), chunks, (record) => {
    const [key, erasure] = [record as KeyRecord, erasureOf(record)];
    if (erasure !== undefined) erasures.push(erasureLine(erasure));
    if (!isTombstone(key))
      keks.set(key.kekId, Math.min(keks.get(key.kekId) ?? 1, key.kind === 'root' ? 0 : 1));
    progress.add();
  });
  const files = [...(await chunks.end())];
  progress.tell();
  return { records: chunks.records(), files, keks: rootFirst(keks), erasures };
};

/** The file of the erasures, plain: another restoration reads it alone. */
export const erasuresWritten = async (folder: Folder, lines: readonly string[]): Promise<FileEntry> => {
  const content = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  await folder.write(ERASURES, content);
  const bytes = content.byteLength;
  return { path: ERASURES, bytes, sha256: sha256Of(content), plainBytes: bytes, lines: lines.length };
};
