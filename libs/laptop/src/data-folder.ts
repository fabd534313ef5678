import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const FORMAT = 1;

export type Marker = {
  readonly kind: 'demo';
  readonly format: number;
  /** Whether the demonstration set is to be imported, and was. */
  readonly demonstration: 'pending' | 'loaded' | 'none';
};

/** Something a person must put right before the start; said in one line. */
export class CannotStart extends Error {}

export type DataFolder = {
  readonly path: string;
  readonly events: string;
  readonly readModels: string;
  readonly vault: string;
  readonly keys: string;
  /** File of the key-encryption key, outside the three stores. */
  readonly kekFile: string;
  readonly logs: string;
  readonly marker: () => Marker;
  readonly mark: (demonstration: Marker['demonstration']) => void;
  readonly discard: () => void;
};

const parsed = (file: string): Marker => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Marker;
  } catch {
    throw new CannotStart(`${file}: cannot be read; choose another directory with BENKAN_DATA`);
  }
};

const readMarker = (file: string): Marker => {
  const marker = parsed(file);
  if (marker.kind !== 'demo')
    throw new CannotStart(`${file}: not a demonstration directory; choose another with BENKAN_DATA`);
  if (marker.format > FORMAT) throw new CannotStart(`${file}: written by a newer Benkan; update the program`);
  return marker;
};

const writeMarker = (file: string, marker: Marker): void => {
  writeFileSync(`${file}.new`, `${JSON.stringify(marker)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

/** Opens or makes a demonstration directory. An ephemeral one is gone when the stack stops. */
export const openDataFolder = (options: {
  readonly folder: string;
  readonly ephemeral: boolean;
  readonly empty: boolean;
}): DataFolder => {
  const path = options.ephemeral ? mkdtempSync(join(tmpdir(), 'benkan-')) : resolve(options.folder);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  const file = join(path, 'benkan.json');
  if (!existsSync(file))
    writeMarker(file, { kind: 'demo', format: FORMAT, demonstration: options.empty ? 'none' : 'pending' });
  const marker = () => readMarker(file);
  marker();
  return {
    path,
    events: join(path, 'events'),
    readModels: join(path, 'read-models'),
    vault: join(path, 'vault'),
    keys: join(path, 'keys'),
    kekFile: join(path, 'kek'),
    logs: join(path, 'benkan.log'),
    marker,
    mark: (demonstration) => writeMarker(file, { ...marker(), demonstration }),
    discard: () => (options.ephemeral ? rmSync(path, { recursive: true, force: true }) : undefined),
  };
};
