import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Folder } from './folder';
import { sha256Of, type FileEntry } from './manifest';

const packed = promisify(gzip);

/** How much goes into one file; it is held in memory whole. */
export type ChunkLimits = { readonly lines: number; readonly bytes: number };

export const CHUNK_LIMITS: ChunkLimits = { lines: 20_000, bytes: 8 * 1024 * 1024 };

export type Chunks = {
  /** One line, without its end. */
  readonly add: (line: string) => Promise<void>;
  /** Writes what is left; answers every file. */
  readonly end: () => Promise<readonly FileEntry[]>;
  readonly records: () => number;
};

/** Lines into compressed files of bounded size: `<prefix>000001.jsonl.gz`, `…2`, `…3`. */
export const chunksIn = (folder: Folder, prefix: string, limits: ChunkLimits): Chunks => {
  const files: FileEntry[] = [];
  let [lines, bytes, records]: [string[], number, number] = [[], 0, 0];

  const flush = async (): Promise<void> => {
    const plain = Buffer.from(lines.join(''));
    const entry = { plainBytes: plain.byteLength, lines: lines.length };
    [lines, bytes] = [[], 0];
    const content = await packed(plain);
    const path = `${prefix}${String(files.length + 1).padStart(6, '0')}.jsonl.gz`;
    await folder.write(path, content);
    files.push({ path, bytes: content.byteLength, sha256: sha256Of(content), ...entry });
  };

  return {
    add: async (line) => {
      lines.push(`${line}\n`);
      bytes += Buffer.byteLength(line) + 1;
      records += 1;
      if (lines.length >= limits.lines || bytes >= limits.bytes) await flush();
    },
    end: async () => {
      if (lines.length > 0) await flush();
      return files;
    },
    records: () => records,
  };
};
