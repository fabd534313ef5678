import { createDeflateRaw } from 'node:zlib';
import { read, utils, write } from '@e965/xlsx';

export type Cell = string | number | null;
export type Rows = readonly (readonly Cell[])[];

/** A workbook of one sheet. */
export const workbook = (rows: Rows): Buffer => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Feuille 1');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
};

/** The rows of the first sheet. */
export const rowsOf = (bytes: Buffer): Cell[][] => {
  const book = read(bytes);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  return utils.sheet_to_json<Cell[]>(sheet, { header: 1, blankrows: true, defval: null });
};

export const csv = (rows: Rows): Buffer =>
  Buffer.from(rows.map((row) => row.map((cell) => cell ?? '').join(';')).join('\r\n'));

export const PERSON_COLUMNS = ['Code', 'Prénom(s)', 'Nom', 'Sexe', 'Tranche d’âge', 'Structure'] as const;

/** A row of a training sheet: a person, and two signatures. */
export const personRow = (code: string, changes: Readonly<Record<string, Cell>> = {}): readonly Cell[] => {
  const said: Readonly<Record<string, Cell>> = {
    Code: code,
    'Prénom(s)': 'Aïssata',
    Nom: 'Coulibaly',
    Sexe: 'F',
    'Tranche d’âge': '25-29',
    Structure: 'CAFO',
    Contact: '+223 00 45 12 10',
    'Émargement J1': 'X',
    'Émargement J2': 'X',
    ...changes,
  };
  return Object.values(said);
};

const TRAINING_COLUMNS = [...PERSON_COLUMNS, 'Contact', 'Émargement J1', 'Émargement J2'] as const;

/** A sheet of two training days as trainers fill it. */
export const trainingSheet = (
  rows: Rows,
  {
    commune = 'ML090101',
    title = 'Formation, groupe 1',
    columns = TRAINING_COLUMNS as readonly string[],
  } = {},
): Rows => [
  [title],
  ['Thèmes : gouvernance participative'],
  ['Dates : 2024-12-02 et 2024-12-03', '', `Code commune : ${commune}`],
  [],
  [...columns],
  ...rows,
];

const TALLY_COLUMNS = [
  'date',
  'code_commune',
  'presidence',
  'femmes',
  'hommes',
  'non_renseigne',
  'jeunes',
  'fsi',
  'membres',
  'total',
] as const;

export const tallySheet = (rows: Rows): Rows => [[...TALLY_COLUMNS], ...rows];

/** The committees of the first communes, installed. */
export const committeesSheet = (communes: number): Rows => [
  ['code_commune', 'nom', 'niveau', 'acte', 'date_installation', 'frequence'],
  ...Array.from({ length: communes }, (_, index) => [
    `ML09010${index + 1}`,
    `CCS-C de la Commune ${index + 1}`,
    'COMMUNE',
    'Décret n°2019-0041/PM-RM',
    '2023-12-07',
    'MENSUELLE',
  ]),
];

const MEGABYTE = 1_000_000;

const deflated = async (megabytes: number): Promise<Buffer> => {
  const deflate = createDeflateRaw({ level: 9 });
  const row = Buffer.alloc(MEGABYTE, '<row><c><v>1</v></c></row>');
  const feed = async () => {
    for (let fed = 0; fed < megabytes; fed += 1)
      if (!deflate.write(row)) await new Promise((drained) => deflate.once('drain', drained));
    deflate.end();
  };
  const feeding = feed();
  const chunks: Buffer[] = [];
  for await (const chunk of deflate) chunks.push(chunk as Buffer);
  await feeding;
  return Buffer.concat(chunks);
};

type Entry = {
  readonly name: string;
  readonly method: 0 | 8;
  readonly bytes: Buffer;
  readonly inflated: number;
};

const zipHeader = ({ name, method, bytes, inflated }: Entry, offset: number | null): Buffer => {
  const [size, signature, shift] = offset === null ? [30, 0x04034b50, 0] : [46, 0x02014b50, 2];
  const header = Buffer.alloc(size);
  header.writeUInt32LE(signature, 0);
  header.writeUInt16LE(method, 8 + shift);
  header.writeUInt32LE(bytes.length, 18 + shift);
  header.writeUInt32LE(inflated, 22 + shift);
  header.writeUInt16LE(name.length, 26 + shift);
  if (offset !== null) header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, Buffer.from(name)]);
};

const zip = (entries: readonly Entry[]): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    directory.push(zipHeader(entry, offset));
    const local = Buffer.concat([zipHeader(entry, null), entry.bytes]);
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
};

/** A workbook of 5 MB whose sheet inflates to 400 MB; it may say less of itself. */
export const inflatingWorkbook = async (saysBytes = 400 * MEGABYTE): Promise<Buffer> => {
  const sheet = await deflated(400);
  const bomb = { name: 'xl/worksheets/sheet1.xml', method: 8, bytes: sheet, inflated: saysBytes } as const;
  const padded = (bytes: Buffer) =>
    zip([bomb, { name: 'docProps/thumbnail.png', method: 0, bytes, inflated: bytes.length }]);
  return padded(Buffer.alloc(5 * MEGABYTE - padded(Buffer.alloc(0)).length, 'benkan'));
};
