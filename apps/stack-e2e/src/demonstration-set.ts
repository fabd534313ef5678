import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { read, utils, write } from '@e965/xlsx';

const DEMO = resolve(__dirname, '../../../data/demo');

/** A file of the demonstration set. */
export const demoFile = (name: string) => readFile(join(DEMO, name));

/** The kind of import a file is for. */
export const kindOf = (name: string): string => {
  if (name.startsWith('formations/')) return 'training-attendance';
  if (name.startsWith('cartographie')) return 'actor-map';
  if (name.endsWith('comptages.csv')) return 'meeting-tallies';
  if (name.startsWith('reunions/')) return 'meeting-attendance';
  return name.startsWith('recommandations') ? 'recommendations' : 'committees';
};

/** Every sheet of the set, in the order they build on one another. */
export const allFiles = async (): Promise<readonly string[]> => {
  const inFolder = async (folder: string) =>
    (await readdir(join(DEMO, folder))).map((name) => `${folder}/${name}`);
  return [
    'comites.csv',
    ...(await inFolder('formations')),
    ...(await inFolder('reunions')),
    'recommandations.csv',
    'cartographie-acteurs.csv',
  ];
};

/** A workbook of the set with its cells edited. */
export const editSheet = async (name: string, edit: (rows: unknown[][]) => void): Promise<Buffer> => {
  const workbook = read(await demoFile(name));
  const sheet = workbook.SheetNames[0] ?? '';
  const rows = utils.sheet_to_json<unknown[]>(workbook.Sheets[sheet] ?? {}, {
    header: 1,
    blankrows: true,
    defval: null,
  });
  edit(rows);
  const edited = utils.book_new();
  utils.book_append_sheet(edited, utils.aoa_to_sheet(rows), sheet);
  return write(edited, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
};
