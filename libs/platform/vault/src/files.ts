import type { KeyObject } from 'node:crypto';
import { place, seal, unseal } from './cipher';
import type { FileChunk, FileManifest, VaultShelves } from './records';
import { VaultRefused } from './refusal';
import type { Sealing } from './texts';
import type { Vault } from './vault';

type Files = Pick<Vault, 'sealFile' | 'openFile' | 'destroyFile'> & {
  readonly destroyBefore: (instant: Date) => Promise<number>;
};

export const MAX_FILE_BYTES = 25 * 1024 * 1024;

// a chunk, its tag and its names stay under 1 MiB together
const CHUNK_BYTES = 1024 * 1024 - 1024;

const at = ({ _id, keyId, digest, count }: FileManifest, index: number): Uint8Array =>
  place('file', _id, keyId, digest, index, count);

const chunkId = ({ _id, keyId, digest }: FileManifest, index: number): string =>
  `${_id}:${keyId}:${digest}:${index}`;

const chunkOf = (manifest: FileManifest, key: KeyObject, index: number, bytes: Uint8Array): FileChunk => {
  const { _id: ref, keyId, digest, createdAt } = manifest;
  const part = bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
  return {
    _id: chunkId(manifest, index),
    ref,
    keyId,
    digest,
    createdAt,
    ...seal(key, at(manifest, index), part),
  };
};

const mustFit = (bytes: Uint8Array): void => {
  if (bytes.byteLength > MAX_FILE_BYTES) throw new VaultRefused('file-too-large', 'a file is at most 25 MiB');
};

type FileShelves = Pick<VaultShelves, 'files' | 'chunks' | 'keys'>;

export const files = (shelves: FileShelves, { keys, pepper, now }: Sealing): Files => {
  const { files: manifests, chunks } = shelves;

  const replaceLost = async (kept: FileManifest, manifest: FileManifest): Promise<void> => {
    if (kept.keyId === manifest.keyId && kept.digest !== manifest.digest) {
      await chunks.remove({ ref: manifest._id, digest: manifest.digest });
      throw new VaultRefused('file-exists', 'another file is kept under this reference');
    }
    if (kept.keyId !== manifest.keyId) await manifests.swap({ _id: kept._id, keyId: kept.keyId }, manifest);
  };

  const readChunk = async (manifest: FileManifest, key: KeyObject, index: number): Promise<Buffer> => {
    const chunk = await chunks.get(chunkId(manifest, index));
    if (chunk === undefined) throw new VaultRefused('unreadable', 'a part of this file is missing');
    return unseal(key, at(manifest, index), chunk);
  };

  const destroy = async (ref: string): Promise<void> => {
    await keys.destroy('file', ref);
    await manifests.remove({ _id: ref });
    await chunks.remove({ ref });
  };

  return {
    sealFile: async (ref, bytes) => {
      mustFit(bytes);
      const { key, keyId } = await keys.obtain('file', ref);
      const digest = pepper.digest('file', ref, bytes);
      // an empty file has one chunk too: its emptiness is authenticated
      const count = Math.max(1, Math.ceil(bytes.byteLength / CHUNK_BYTES));
      const manifest = { _id: ref, keyId, digest, count, createdAt: now() };
      const kept = await manifests.get(ref);
      if (kept?.keyId === keyId && kept.digest === digest) return;
      for (let index = 0; index < count; index += 1) await chunks.put(chunkOf(manifest, key, index, bytes));
      await replaceLost(await manifests.keep(manifest), manifest);
    },
    openFile: async (ref) => {
      const [record, manifest] = await Promise.all([keys.read('file', ref), manifests.get(ref)]);
      if (record === undefined || manifest === undefined) return undefined;
      const { key } = keys.open(record);
      const parts: Buffer[] = [];
      for (let index = 0; index < manifest.count; index += 1)
        parts.push(await readChunk(manifest, key, index));
      return Buffer.concat(parts);
    },
    destroyFile: destroy,
    destroyBefore: async (instant) => {
      let destroyed = 0;
      for await (const record of shelves.keys.scan({ kind: 'file' })) {
        if (!('createdAt' in record) || record.createdAt >= instant) continue;
        await destroy(record.ref);
        destroyed += 1;
      }
      // what a crash left behind after its key was gone
      await manifests.removeBefore(instant);
      await chunks.removeBefore(instant);
      return destroyed;
    },
  };
};
