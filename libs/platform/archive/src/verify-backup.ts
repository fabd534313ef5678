import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { FaultFound, faultAt, type ArchiveFault } from './fault';
import {
  backupManifest,
  keysManifest,
  sha256Of,
  type Findings,
  type KeysManifest,
  type Manifest,
} from './manifest';
import { KEYS_MANIFEST, KEYS_MARKER, MANIFEST, MARKER, placesOf } from './paths';
import type { OnProgress } from './progress';
import { readBack } from './read-back';
import { bytesOf } from './read-lines';
import { ArchiveRefused, inWords } from './refused';

export type VerifyOptions = {
  readonly dir: string;
  /** Folder of the keys. Without it they are not looked at. */
  readonly keysDir?: string;
  readonly onProgress?: OnProgress;
};

export type Verification =
  | {
      readonly kind: 'whole';
      readonly manifest: Manifest;
      /** Whether the keys were looked at too. */
      readonly keys: 'whole' | 'not-checked';
    }
  | { readonly kind: 'faulty'; readonly fault: ArchiveFault };

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const bytesOrUndefined = async (dir: string, name: string): Promise<Buffer | undefined> => {
  try {
    return await bytesOf(dir, name);
  } catch (error) {
    if (error instanceof FaultFound) return undefined;
    throw error;
  }
};

/**
 * What a backup says of itself, its own checksum verified and nothing else.
 * Throws `not-a-backup`, `unfinished`, `newer-format`, `damaged`.
 */
export const readManifest = async (dir: string): Promise<Manifest> => {
  try {
    return await manifestIn(dir);
  } catch (error) {
    throw error instanceof FaultFound ? damaged(error.fault) : error;
  }
};

/** A fault as a refusal. */
export const damaged = (fault: ArchiveFault): ArchiveRefused =>
  new ArchiveRefused('damaged', `the backup is damaged, use another copy: ${new FaultFound(fault).message}`);

const manifestIn = async (dir: string): Promise<Manifest> => {
  const bytes = await bytesOrUndefined(dir, MANIFEST);
  if (bytes !== undefined) return backupManifest(MANIFEST, bytes);
  if (await exists(join(dir, MARKER)))
    throw new ArchiveRefused(
      'unfinished',
      `${dir}: the backup was cut short and is none; begin it again with the same folder`,
    );
  throw new ArchiveRefused('not-a-backup', `${dir} holds no ${MANIFEST}; give the folder of a backup`);
};

const keysBytesIn = async (dir: string): Promise<Buffer> => {
  const bytes = await bytesOrUndefined(dir, KEYS_MANIFEST);
  if (bytes !== undefined) return bytes;
  if (await exists(join(dir, KEYS_MARKER)))
    throw new ArchiveRefused(
      'unfinished',
      `${dir}: the backup was cut short and is none; begin it again with the same folder`,
    );
  throw new ArchiveRefused(
    'no-keys',
    `${dir} holds no ${KEYS_MANIFEST}; give the folder where this backup's keys are kept`,
  );
};

const keysIn = async (dir: string, { id, keys }: Manifest): Promise<KeysManifest> => {
  const bytes = await keysBytesIn(dir);
  const manifest = keysManifest(KEYS_MANIFEST, bytes);
  if (manifest.id !== id)
    throw new ArchiveRefused(
      'wrong-keys',
      `${dir} holds the keys of another backup (${manifest.id}); those of ${id} are wanted`,
    );
  if (sha256Of(bytes) !== keys.manifestSha256)
    throw faultAt({ file: KEYS_MANIFEST }, 'another-backup', 'it is not the one written with this backup');
  return manifest;
};

const comparable = (found: Findings, withKeys: boolean): string =>
  JSON.stringify([found.brokenChains, found.broken, found.missingTexts, withKeys && found.textsWithoutKey]);

export type Verified = { readonly manifest: Manifest; readonly keys?: KeysManifest };

/** The manifests of a backup all of which was read. Throws `FaultFound` and what `verifyBackup` throws. */
export const verified = async (
  { dir, keysDir }: { readonly dir: string; readonly keysDir?: string },
  onProgress: OnProgress,
): Promise<Verified> => {
  const manifest = await manifestIn(dir);
  const keys =
    keysDir === undefined ? undefined : { dir: keysDir, manifest: await keysIn(keysDir, manifest) };
  const found = await readBack({ dir, manifest, onProgress, ...(keys && { keys }) });
  if (comparable(found, keys !== undefined) !== comparable(manifest.findings, keys !== undefined))
    throw faultAt(
      { file: MANIFEST },
      'other-findings',
      'chains or texts are not as they were when it was taken',
    );
  return { manifest, ...(keys && { keys: keys.manifest }) };
};

/**
 * Reads a whole backup and names the first thing in it that is not as it was written. Chain breaks and missing texts
 * that were there when it was taken are told in `manifest.findings`.
 * Throws `not-a-backup`, `unfinished`, `newer-format`, `no-keys`, `wrong-keys`, `no-permission`.
 */
export const verifyBackup = ({
  dir,
  keysDir,
  onProgress = () => undefined,
}: VerifyOptions): Promise<Verification> =>
  inWords(dir, async () => {
    const places = keysDir === undefined ? { dir } : placesOf(dir, keysDir);
    try {
      const { manifest } = await verified(places, onProgress);
      return { kind: 'whole', manifest, keys: keysDir === undefined ? 'not-checked' : 'whole' };
    } catch (error) {
      if (error instanceof FaultFound) return { kind: 'faulty', fault: error.fault };
      throw error;
    }
  });
