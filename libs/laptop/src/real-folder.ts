import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CannotStart } from './cannot-start';
import { folderAt, makePrivate, markerOf, type DataFolder } from './data-folder';
import { FORMAT, readMarker, writeMarker, type Custody, type Marker } from './marker';
import { isWithin, programFolder } from './outside';

export type RealFolderOptions = {
  readonly folder: string;
  /** File of the key-encryption key; undefined for a passphrase. */
  readonly kekFile: string | undefined;
  /** Makes the key, or reads the one that is there; called once, before the directory counts as made. */
  readonly makeKey: (folder: DataFolder) => void;
  /** Nothing real lies in it. Default: where this program lies. */
  readonly checkout?: string;
};

export type RealFolder = { readonly folder: DataFolder; readonly created: boolean };

const refuse = (line: string): never => {
  throw new CannotStart(line);
};

const mustLieApart = (what: string, path: string, checkout: string): void => {
  if (isWithin(path, checkout))
    refuse(`${path}: ${what} lies outside the program's own folder (${checkout}); choose another place`);
};

const mustHoldNothingElse = (path: string): void => {
  if (!existsSync(path)) return;
  // a passphrase that was refused leaves its salt
  const isEmpty = statSync(path).isDirectory() && readdirSync(path).every((name) => name === 'kek-salt');
  if (!isEmpty) refuse(`${path}: is not empty and not a data directory; choose a new one`);
};

const CUSTODIES: Readonly<Record<Custody, string>> = {
  file: 'its key is in a file: give BENKAN_KEK_FILE',
  passphrase: 'its key is a passphrase: start with --passphrase and without BENKAN_KEK_FILE',
};

const mustBeReal = ({ kind, custody = 'file' }: Marker, path: string, given: Custody): void => {
  if (kind !== 'real') refuse(`${path}: a demonstration directory never becomes real; choose a new one`);
  if (custody !== given) refuse(`${path}: ${CUSTODIES[custody]}`);
};

const mustHaveKey = (kekFile: string | undefined): void => {
  if (kekFile !== undefined && !existsSync(kekFile))
    refuse(
      `${kekFile}: the key is missing; put back one of its two sealed copies (no other key opens the names)`,
    );
};

const kekPlace = ({ kekFile }: RealFolderOptions, path: string, checkout: string): string | undefined => {
  if (kekFile === undefined) return undefined;
  const file = resolve(kekFile);
  mustLieApart('the key', file, checkout);
  if (isWithin(file, path)) refuse(`${file}: the key lies outside the data directory; choose another place`);
  if (!existsSync(dirname(file)))
    refuse(`${dirname(file)}: no such folder for the key; make it first, mode 0700`);
  return file;
};

/** Opens or makes a directory for real data. Throws `CannotStart`, one line. */
export const openRealFolder = (options: RealFolderOptions): RealFolder => {
  const { checkout = programFolder(), makeKey } = options;
  const path = resolve(options.folder);
  const custody = options.kekFile === undefined ? 'passphrase' : 'file';
  mustLieApart('a directory for real data', path, checkout);
  if (isWithin(checkout, path)) refuse(`${path}: holds the program itself; choose another place`);
  const file = markerOf(path);
  const exists = existsSync(file);
  if (exists) mustBeReal(readMarker(file), path, custody);
  else mustHoldNothingElse(path);
  const folder = folderAt(path, kekPlace(options, path, checkout));
  if (exists) mustHaveKey(folder.kekFile);
  makePrivate(path);
  if (exists) return { folder, created: false };
  makeKey(folder);
  writeMarker(file, { kind: 'real', format: FORMAT, demonstration: 'none', custody });
  return { folder, created: true };
};
