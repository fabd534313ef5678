import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const escaped = (text: string): string =>
  text.replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

// of a text in the middle of encoded bytes, what does not depend on its neighbours
const within = (bytes: Buffer, encoding: 'base64' | 'base64url'): readonly Buffer[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString(encoding)
      .replaceAll('=', '');
    const [first, last] = [Math.ceil((shift * 4) / 3), Math.floor(((shift + bytes.length) * 4) / 3)];
    return Buffer.from(text.slice(first, last));
  });

const encoded = (bytes: Buffer): readonly Buffer[] => [
  bytes,
  Buffer.from(bytes.toString('hex')),
  Buffer.from(bytes.toString('hex').toUpperCase()),
  ...within(bytes, 'base64'),
  ...within(bytes, 'base64url'),
];

/** The bytes a text may be kept as: three encodings in each case, in UTF-8 and UTF-16, escaped or not. */
export const formsOf = (text: string): readonly Buffer[] => {
  const spelt = [text, text.toLowerCase(), text.toUpperCase(), text.normalize('NFD')];
  const texts = new Set(spelt.flatMap((one) => [one, escaped(one), encodeURIComponent(one)]));
  return [...texts].flatMap((one) => [
    ...encoded(Buffer.from(one, 'utf8')),
    ...encoded(Buffer.from(one, 'utf16le')),
  ]);
};

/** The files below a folder, by their path within it. */
export const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
};

/** Where any of the texts stands, in any form: `file: text`. */
export const findBelow = async (folder: string, texts: readonly string[]): Promise<readonly string[]> => {
  const wanted = texts.map((text) => ({ text, forms: formsOf(text) }));
  const found: string[] = [];
  for (const file of await filesBelow(folder)) {
    const bytes = await readFile(join(folder, file));
    for (const { text, forms } of wanted)
      if (forms.some((form) => bytes.includes(form))) found.push(`${file}: ${text}`);
  }
  return found;
};
