import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { ArchiveRefused } from './refused';

export const MANIFEST = 'benkan-backup.json';
export const KEYS_MANIFEST = 'benkan-keys.json';
export const ERASURES = 'erasures.jsonl';
export const MARKER = 'benkan-backup.unfinished';
export const KEYS_MARKER = 'benkan-keys.unfinished';

/** The folder of the data and the folder of the keys, absolute. */
export type Places = { readonly dir: string; readonly keysDir: string };

// of a folder that does not exist yet, the part that does
const real = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(real(dirname(path)), basename(path));
  }
};

const holds = (outer: string, inner: string): boolean => {
  const way = relative(outer, inner);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(outer, way) === inner);
};

/** Throws `folders-overlap`: keys beside the data would be stolen with them. */
export const placesOf = (dir: string, keysDir = `${resolve(dir)}.keys`): Places => {
  const places = { dir: resolve(dir), keysDir: resolve(keysDir) };
  const [data, keys] = [real(places.dir), real(places.keysDir)];
  if (holds(data, keys) || holds(keys, data))
    throw new ArchiveRefused(
      'folders-overlap',
      `the keys must lie apart from the data: choose a keys folder outside ${places.dir}, best on another disk`,
    );
  return places;
};
