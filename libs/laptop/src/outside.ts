import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';

const MOST_LINKS = 40;

const linkAt = (path: string): string | undefined =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? readlinkSync(path) : undefined;

/** Where a path leads once every link in it is followed, though its end may not exist yet. */
export const truePath = (path: string, links: number = MOST_LINKS): string => {
  const absolute = resolve(path);
  if (links === 0) return absolute;
  if (existsSync(absolute)) return realpathSync(absolute);
  const parent = dirname(absolute);
  if (parent === absolute) return absolute;
  // a link to what is not there yet leads there all the same
  const link = linkAt(absolute);
  return link === undefined
    ? join(truePath(parent, links), basename(absolute))
    : truePath(resolve(truePath(parent, links), link), links - 1);
};

/** Whether a path is a folder, or lies below it, links followed on both sides. */
export const isWithin = (path: string, folder: string): boolean => {
  const [inner, outer] = [truePath(path), truePath(folder)];
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
};

/** The folder this program lies in: its sources, or a copy of what was built from them. */
export const programFolder = (start: string = __dirname): string => {
  const found = existsSync(join(start, 'package.json'));
  return found || dirname(start) === start ? start : programFolder(dirname(start));
};
