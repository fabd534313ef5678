import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CannotStart } from './cannot-start';
import { FORMAT, readMarker, writeMarker, type Marker } from './marker';

export type DataFolder = {
  readonly path: string;
  readonly events: string;
  readonly readModels: string;
  readonly vault: string;
  readonly keys: string;
  /** File of the key-encryption key, outside the three stores; undefined when it was not told or is a passphrase's. */
  readonly kekFile: string | undefined;
  /** Salt of the passphrase, where one stands for the key's file. No secret. */
  readonly kekSalt: string;
  /** Signing keys of the local issuer, sealed. */
  readonly signingKeys: string;
  /** Signing keys of what devices take along, sealed. */
  readonly packKeys: string;
  readonly logs: string;
  readonly marker: () => Marker;
  readonly mark: (demonstration: Marker['demonstration']) => void;
  readonly discard: () => void;
};

export const markerOf = (path: string): string => join(path, 'benkan.json');

/** What lies where in a data directory. */
export const folderAt = (path: string, kekFile: string | undefined): DataFolder => {
  const file = markerOf(path);
  return {
    path,
    events: join(path, 'events'),
    readModels: join(path, 'read-models'),
    vault: join(path, 'vault'),
    keys: join(path, 'keys'),
    kekFile,
    kekSalt: join(path, 'kek-salt'),
    signingKeys: join(path, 'issuer', 'signing-keys'),
    packKeys: join(path, 'issuer', 'pack-keys'),
    logs: join(path, 'benkan.log'),
    marker: () => readMarker(file),
    mark: (demonstration) => writeMarker(file, { ...readMarker(file), demonstration }),
    discard: () => undefined,
  };
};

/** Only this user enters. */
export const makePrivate = (path: string): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
};

const mustBeDemonstration = (path: string): void => {
  const { kind } = readMarker(markerOf(path));
  if (kind !== 'demo')
    throw new CannotStart(
      `${markerOf(path)}: not a demonstration directory: it is for real data (start it with --real ${path}); choose another with BENKAN_DATA`,
    );
};

/** Opens or makes a demonstration directory. An ephemeral one is gone when the stack stops. */
export const openDataFolder = (options: {
  readonly folder: string;
  readonly ephemeral: boolean;
  readonly empty: boolean;
}): DataFolder => {
  const path = options.ephemeral ? mkdtempSync(join(tmpdir(), 'benkan-')) : resolve(options.folder);
  const file = markerOf(path);
  if (existsSync(file)) mustBeDemonstration(path);
  makePrivate(path);
  if (!existsSync(file))
    writeMarker(file, { kind: 'demo', format: FORMAT, demonstration: options.empty ? 'none' : 'pending' });
  return {
    ...folderAt(path, join(path, 'kek')),
    discard: () => (options.ephemeral ? rmSync(path, { recursive: true, force: true }) : undefined),
  };
};

/** Opens a directory that exists, of either kind, for a command. `kekFile` is where a real one's key was said to be. */
export const openKnownFolder = (options: {
  readonly folder: string;
  readonly kekFile: string | undefined;
}): DataFolder => {
  const path = resolve(options.folder);
  const { kind } = readMarker(markerOf(path));
  return folderAt(path, kind === 'demo' ? join(path, 'kek') : options.kekFile);
};
