import { randomUUID } from 'node:crypto';
import type { Position } from '@benkan/event-store';
import { CHUNK_LIMITS, type ChunkLimits } from './chunks';
import { claim, type Claim } from './claimed';
import { erasuresWritten, eventsCopied, keysCopied, vaultCopied, type Copying, type Source } from './copying';
import { FaultFound } from './fault';
import { diskFull, folderAt, type Folder } from './folder';
import { FORMAT, renderBackup, renderKeys, sha256Of, type KeysManifest, type Manifest } from './manifest';
import { KEYS_MANIFEST, MANIFEST, placesOf, type Places } from './paths';
import type { OnProgress } from './progress';
import { readBack } from './read-back';
import { inWords } from './refused';
import { damaged } from './verify-backup';

export type BackUpOptions = {
  /** The running system's stores; nobody needs to stop. */
  readonly source: Source;
  /** A new or empty folder, or one with an unfinished backup. */
  readonly dir: string;
  /** Folder of the keys, apart from `dir`. Default: `<dir>.keys`. */
  readonly keysDir?: string;
  /** Facts to keep in the manifest: kind of data directory, version of the program. Nothing personal. */
  readonly about?: Readonly<Record<string, string>>;
  readonly now?: () => Date;
  readonly onProgress?: OnProgress;
  /** How much goes into one file, held in memory whole. */
  readonly limits?: ChunkLimits;
};

export type BackUpReport = {
  readonly dir: string;
  readonly keysDir: string;
  /** `findings` in it tell what was already wrong in the stores; `keks` which KEKs open it. */
  readonly manifest: Manifest;
};

type Making = Required<Omit<BackUpOptions, 'keysDir' | 'now' | 'dir'>> & {
  readonly places: Places;
  readonly id: string;
  readonly createdAt: string;
};

type Made = { readonly manifest: Omit<Manifest, 'findings' | 'keys'>; readonly keys: KeysManifest };
type Folders = { readonly data: Folder; readonly keys: Folder };

const told = (position: Position | undefined): Manifest['position'] =>
  position === undefined
    ? null
    : { commit: position.commit.toString(), prepare: position.prepare.toString() };

/** Events first, then the vault: it is written before the event, so all that a copied event refers to is there. */
const copyAll = async (making: Making, { data, keys }: Folders): Promise<Made> => {
  const copying = (folder: Folder): Copying => ({ ...making, folder });
  const { id, createdAt, about } = making;
  const header = { format: FORMAT, id, createdAt } as const;
  const head = await making.source.store.head();
  const events = await eventsCopied(copying(data), head);
  const vault = await vaultCopied(copying(data));
  const { keks, erasures: lines, ...copied } = await keysCopied(copying(keys));
  const erasures = await erasuresWritten(data, lines);
  return {
    manifest: { ...header, about: { ...about }, position: told(head), events, vault, erasures, keks },
    keys: { ...header, ...copied },
  };
};

/** The manifest of the data last: while it is missing there is no backup. */
const sealed = async (making: Making, made: Made, folders: Folders): Promise<Manifest> => {
  const { places, onProgress } = making;
  const keysBytes = renderKeys(made.keys);
  await folders.keys.write(KEYS_MANIFEST, keysBytes);
  const findings = await readBack({
    dir: places.dir,
    manifest: made.manifest,
    keys: { dir: places.keysDir, manifest: made.keys },
    onProgress,
  });
  const keys = { records: made.keys.records, manifestSha256: sha256Of(keysBytes) };
  const manifest = { ...made.manifest, findings, keys };
  await folders.data.write(MANIFEST, renderBackup(manifest));
  return manifest;
};

const made = async (making: Making, held: Claim): Promise<Manifest> => {
  // whoever runs beside it needs the room at once
  const room = { full: false, empty: held.discard };
  const folders = { data: folderAt(making.places.dir, room), keys: folderAt(making.places.keysDir, room) };
  const refuseFull = async (): Promise<void> => {
    if (room.full) throw await diskFull([folders.data, folders.keys]);
  };
  const copied = await copyAll(making, folders);
  await refuseFull();
  try {
    const manifest = await sealed(making, copied, folders);
    await refuseFull();
    await held.finish();
    return manifest;
  } catch (error) {
    await refuseFull();
    throw error instanceof FaultFound ? damaged(error.fault) : error;
  }
};

/**
 * Takes a backup of a running system and reads it back from disk. When the disk fills, what it wrote is removed and
 * the rest is only counted, so that the refusal says how much room is missing.
 * Throws `ArchiveRefused`: `folders-overlap`, `not-empty`, `in-use`, `disk-full`, `no-permission`, `not-a-folder`,
 * `unavailable`, `unreadable-log`, `damaged`.
 */
export const backUp = (options: BackUpOptions): Promise<BackUpReport> =>
  inWords(options.dir, async () => {
    const { source, dir, keysDir, about = {}, now = () => new Date() } = options;
    const { onProgress = () => undefined, limits = CHUNK_LIMITS } = options;
    const places = placesOf(dir, keysDir);
    const [id, createdAt] = [randomUUID(), now().toISOString()];
    const held = await claim(places, id);
    try {
      const manifest = await made({ source, about, onProgress, limits, places, id, createdAt }, held);
      return { ...places, manifest };
    } finally {
      await held.release();
    }
  });
