import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { lockFolder } from './lock';
import { ERASURES, KEYS_MANIFEST, KEYS_MARKER, MANIFEST, MARKER, type Places } from './paths';
import { ArchiveRefused, codeOf, inWords } from './refused';

/** Two folders held for one backup. */
export type Claim = {
  /** Removes what this backup wrote. */
  readonly discard: () => Promise<void>;
  /** Removes the marks that say unfinished: the manifest is written. */
  readonly finish: () => Promise<void>;
  readonly release: () => Promise<void>;
};

type Side = {
  readonly root: string;
  readonly marker: string;
  readonly manifest: string;
  /** What a backup writes here, as paths relative to the folder. */
  readonly own: RegExp;
};

const marker = z.object({ id: z.string() });

const sidesOf = ({ dir, keysDir }: Places): readonly [Side, Side] => [
  {
    root: dir,
    marker: MARKER,
    manifest: MANIFEST,
    own: new RegExp(
      `^((events/|vault/[a-z-]+-)\\d{6}\\.jsonl\\.gz|${ERASURES}|${MANIFEST}\\.part|${MARKER})(\\.part)?$`,
    ),
  },
  {
    root: keysDir,
    marker: KEYS_MARKER,
    manifest: KEYS_MANIFEST,
    own: new RegExp(`^(keys-\\d{6}\\.jsonl\\.gz|${KEYS_MANIFEST}|${KEYS_MARKER})(\\.part)?$`),
  },
];

// a fresh file system has this one
const filesIn = async ({ root }: Side): Promise<readonly string[]> =>
  (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith('lost+found'));

const idIn = (text: string): string => {
  try {
    return marker.parse(JSON.parse(text)).id;
  } catch {
    // cut short while it was written: nothing was begun
    return '';
  }
};

const markedBy = async ({ root, marker: name }: Side): Promise<string | undefined> => {
  try {
    return idIn(await readFile(join(root, name), 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

const notEmpty = (root: string, why: string): ArchiveRefused =>
  new ArchiveRefused('not-empty', `${root} ${why}; choose an empty or a new folder`);

/** Refuses what is none of an unfinished backup of these two folders. */
const refuseStrangers = async (side: Side, begun: string | undefined): Promise<void> => {
  const files = (await filesIn(side)).filter((path) => path !== side.marker);
  if (files.length === 0) return;
  // with the keys, whose manifest is written before the other, only the mark tells
  if (side.manifest === MANIFEST && files.includes(MANIFEST))
    throw notEmpty(side.root, 'holds a finished backup');
  const mark = await markedBy(side);
  if (mark === undefined || mark !== begun) throw notEmpty(side.root, 'is not empty');
  const stranger = files.find((path) => !side.own.test(path));
  if (stranger !== undefined) throw notEmpty(side.root, `holds ${stranger}, which no backup wrote`);
};

const clear = async (side: Side): Promise<void> => {
  const own = (await filesIn(side)).filter((path) => side.own.test(path) && path !== side.marker);
  for (const path of own) await rm(join(side.root, path), { force: true });
  if (side.marker === MARKER)
    for (const folder of ['events', 'vault'])
      await rm(join(side.root, folder), { recursive: true, force: true });
};

const makeFolder = async (root: string): Promise<void> => {
  await mkdir(root, { recursive: true, mode: 0o700 });
  // some disks know no modes; the files' own mode stands all the same
  await chmod(root, 0o700).catch(() => undefined);
};

const mark = ({ root, marker: name }: Side, id: string): Promise<void> =>
  writeFile(join(root, name), JSON.stringify({ id }), { mode: 0o600 });

const prepare = async (sides: readonly [Side, Side], id: string): Promise<void> => {
  const begun = await markedBy(sides[0]);
  // nothing is removed before both were looked at
  for (const side of sides) await refuseStrangers(side, begun);
  for (const side of [...sides].reverse()) await clear(side);
  for (const side of sides) await mark(side, id);
};

const held = async (sides: readonly [Side, Side]): Promise<() => Promise<void>> => {
  const first = await lockFolder(sides[0].root);
  try {
    const second = await lockFolder(sides[1].root);
    return async () => void (await Promise.all([first(), second()]));
  } catch (error) {
    await first();
    throw error;
  }
};

const removeMarks = async (sides: readonly [Side, Side]): Promise<void> => {
  for (const side of sides) await rm(join(side.root, side.marker), { force: true });
};

/**
 * Takes both folders for a backup, and removes what an unfinished one of the same two left there.
 * Throws `not-empty`, `in-use`, `no-permission`, `not-a-folder`.
 */
export const claim = async (places: Places, id: string): Promise<Claim> => {
  const sides = sidesOf(places);
  for (const { root } of sides) await inWords(root, () => makeFolder(root));
  const release = await held(sides);
  try {
    await inWords(places.dir, () => prepare(sides, id));
  } catch (error) {
    await release();
    throw error;
  }
  return {
    release,
    finish: () => removeMarks(sides),
    discard: async () => {
      for (const side of [...sides].reverse()) await clear(side);
      await removeMarks(sides);
    },
  };
};
