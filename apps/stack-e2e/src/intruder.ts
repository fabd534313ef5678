import { createDecipheriv } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { filesBelow } from './byte-search';

/** Who holds every file of a stack and of its backups, knows the program, and tries all keys on all ciphertexts. */
export type Kept = Readonly<Record<string, unknown>> & { readonly _id: string };

const untagged = (_: string, value: unknown): unknown => {
  const bytes: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, '$bytes') : undefined;
  return typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : value;
};

/** The records of one shelf of a backup. */
export const recordsIn = async (folder: string, prefix: string): Promise<readonly Kept[]> => {
  const names = (await readdir(folder)).filter((name) => name.startsWith(prefix) && name.endsWith('.gz'));
  const texts = await Promise.all(
    names.map(async (name) => gunzipSync(await readFile(join(folder, name))).toString()),
  );
  return texts
    .flatMap((text) => text.split('\n').filter((line) => line !== ''))
    .map((line) => JSON.parse(line, untagged) as Kept);
};

const TAG_BYTES = 16;

/** The plaintext, if this key opens this ciphertext at this place. */
export const opened = (key: Buffer, where: readonly unknown[], { nonce, box }: Kept): Buffer | undefined => {
  if (!Buffer.isBuffer(nonce) || !Buffer.isBuffer(box)) return undefined;
  try {
    const split = box.length - TAG_BYTES;
    const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(JSON.stringify(where)));
    cipher.setAuthTag(box.subarray(split));
    return Buffer.concat([cipher.update(box.subarray(0, split)), cipher.final()]);
  } catch {
    return undefined;
  }
};

/** The data key in a wrapped one, by whichever of the keys opens it. */
export const unwrapped = (keks: readonly Buffer[], record: Kept): Buffer | undefined => {
  const { kekId, kind, ref, keyId } = record;
  for (const kek of keks) {
    const key = opened(kek, ['key', kekId, kind, ref, keyId], record);
    if (key !== undefined) return key;
  }
  return undefined;
};

const BASE64_KEY = /[A-Za-z0-9+/]{43}=/g;

/** Every 32 bytes that any file holds in base64, as keys are kept. */
export const keysIn = async (folder: string): Promise<readonly Buffer[]> => {
  const found = new Set<string>();
  for (const file of await filesBelow(folder)) {
    const text = (await readFile(join(folder, file))).toString('latin1');
    for (const [key] of text.matchAll(BASE64_KEY)) found.add(key);
  }
  return [...found].map((key) => Buffer.from(key, 'base64'));
};

/** Whether bytes stand in any file below a folder: as they are, in hex or in base64. */
export const holds = async (folder: string, secret: Buffer): Promise<readonly string[]> => {
  const forms = [secret, Buffer.from(secret.toString('hex')), Buffer.from(secret.toString('base64'))];
  const found: string[] = [];
  for (const file of await filesBelow(folder)) {
    const bytes = await readFile(join(folder, file));
    if (forms.some((form) => bytes.includes(form))) found.push(file);
  }
  return found;
};

/** Puts beside every compressed file of a folder what is in it. */
export const inflateAll = async (folder: string): Promise<void> => {
  for (const file of await filesBelow(folder))
    if (file.endsWith('.gz')) {
      const path = join(folder, file);
      await writeFile(`${path}.plain`, gunzipSync(await readFile(path)));
    }
};
