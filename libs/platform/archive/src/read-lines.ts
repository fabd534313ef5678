import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { faultAt, type Place } from './fault';
import { sha256Of, type FileEntry } from './manifest';
import { codeOf, inWords } from './refused';

const unpacked = promisify(gunzip);

export type Line = { readonly text: string; readonly place: Place };

/** The bytes of a file; throws the fault of one that is not there. */
export const bytesOf = (root: string, path: string): Promise<Buffer> =>
  inWords(join(root, path), async () => {
    try {
      return await readFile(join(root, path));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') throw faultAt({ file: path }, 'missing-file', 'the file is not there');
      throw error;
    }
  });

const plainOf = async (root: string, { path, bytes, sha256, plainBytes }: FileEntry): Promise<Buffer> => {
  const content = await bytesOf(root, path);
  if (content.byteLength !== bytes)
    throw faultAt({ file: path }, 'wrong-size', `it has ${content.byteLength} bytes, ${bytes} were written`);
  if (sha256Of(content) !== sha256) throw faultAt({ file: path }, 'wrong-checksum', 'its bytes were altered');
  if (!path.endsWith('.gz')) return content;
  try {
    // never more than was packed: a file made to burst does not
    return await unpacked(content, { maxOutputLength: Math.max(1, plainBytes) });
  } catch {
    throw faultAt({ file: path }, 'not-gzip', 'it cannot be unpacked');
  }
};

/** The lines of a file, once its size and checksum were found right. Throws its first fault. */
export async function* linesOf(root: string, entry: FileEntry): AsyncGenerator<Line> {
  const plain = await plainOf(root, entry);
  let [line, start] = [0, 0];
  for (let end = plain.indexOf(10); end >= 0; end = plain.indexOf(10, start)) {
    line += 1;
    yield { text: plain.toString('utf8', start, end), place: { file: entry.path, line } };
    start = end + 1;
  }
  if (line !== entry.lines || start !== plain.byteLength)
    throw faultAt({ file: entry.path }, 'wrong-count', `it has ${line} lines, ${entry.lines} were written`);
}

export async function* linesOfAll(root: string, entries: readonly FileEntry[]): AsyncGenerator<Line> {
  for (const entry of entries) yield* linesOf(root, entry);
}

/** What a line says; throws the fault of one that is no JSON or nothing known. */
export const said = <T>(
  { text, place }: Line,
  read: (text: string) => T | undefined,
  reason: 'not-an-event' | 'not-a-record',
): T => {
  let value: T | undefined;
  try {
    value = read(text);
  } catch (error) {
    throw faultAt(place, 'not-json', error instanceof SyntaxError ? 'it is no JSON' : 'it is nothing known');
  }
  if (value === undefined) throw faultAt(place, reason, 'it does not have the shape of one');
  return value;
};
