import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isTombstone, type KeyRecord, type Stored } from '@benkan/vault';
import { z } from 'zod';
import { ERASURES } from './paths';
import { ArchiveRefused, codeOf, inWords } from './refused';

/** A person whose keys were destroyed: the reference under which the vault kept them, and when. */
export type Erasure = { readonly ref: string; readonly erasedAt: Date };

/** Where the erasures made since a backup come from: a later backup's file, or the running system's log. */
export type ErasedSince = Iterable<Erasure> | AsyncIterable<Erasure>;

const PERSON = 'person:';

/** The erasure a record of the keys remembers, if it is one. */
export const erasureOf = (record: Stored): Erasure | undefined => {
  const key = record as KeyRecord;
  if (!isTombstone(key) || !key._id.startsWith(PERSON)) return undefined;
  return { ref: key._id.slice(PERSON.length), erasedAt: key.erasedAt };
};

export const erasureLine = ({ ref, erasedAt }: Erasure): string =>
  JSON.stringify({ ref, erasedAt: erasedAt.toISOString() });

const erasure = z.strictObject({ ref: z.string().min(1), erasedAt: z.iso.datetime() });

/** Throws `SyntaxError`; undefined where it is none. */
export const erasureFrom = (line: string): Erasure | undefined => {
  const { data } = erasure.safeParse(JSON.parse(line));
  return data && { ref: data.ref, erasedAt: new Date(data.erasedAt) };
};

const read = (line: string): Erasure | undefined => {
  try {
    return erasureFrom(line);
  } catch {
    return undefined;
  }
};

const textIn = async (dir: string): Promise<string> => {
  try {
    return await readFile(join(dir, ERASURES), 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    throw new ArchiveRefused('not-a-backup', `${dir} holds no ${ERASURES}; give the folder of a backup`);
  }
};

/** The erasures a backup knows of. Throws `not-a-backup`, `damaged`. */
export const readErasures = async (dir: string): Promise<readonly Erasure[]> => {
  const lines = (await inWords(dir, () => textIn(dir))).split('\n').slice(0, -1);
  return lines.map((line, index) => {
    const known = read(line);
    if (known !== undefined) return known;
    throw new ArchiveRefused(
      'damaged',
      `${join(dir, ERASURES)} line ${index + 1} is no erasure; take the file of another copy`,
    );
  });
};
