import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { CannotStart } from './cannot-start';

export const FORMAT = 1;

/** Where the key-encryption key of a real directory comes from. */
export type Custody = 'file' | 'passphrase';

export type Marker = {
  /** Written once: a demonstration never becomes real, nor the reverse. */
  readonly kind: 'demo' | 'real';
  readonly format: number;
  /** Whether the demonstration set is to be imported, and was. */
  readonly demonstration: 'pending' | 'loaded' | 'none';
  /** Of a real directory. */
  readonly custody?: Custody;
};

const parsed = (file: string): Partial<Marker> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Marker>;
  } catch {
    throw new CannotStart(`${file}: cannot be read; choose another directory with BENKAN_DATA`);
  }
};

/** What a directory says it is. Throws `CannotStart` when it cannot be read by this program. */
export const readMarker = (file: string): Marker => {
  const { kind, format = 0, demonstration = 'none', custody } = parsed(file);
  if (kind !== 'demo' && kind !== 'real')
    throw new CannotStart(`${file}: not a demonstration directory; choose another with BENKAN_DATA`);
  if (format > FORMAT) throw new CannotStart(`${file}: written by a newer Benkan; update the program`);
  return { kind, format, demonstration, ...(custody === undefined ? {} : { custody }) };
};

export const writeMarker = (file: string, marker: Marker): void => {
  writeFileSync(`${file}.new`, `${JSON.stringify(marker)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
};
