import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write, type WorkSheet } from '@e965/xlsx';
import type { Cell, ReadOutcome } from '@benkan/spreadsheet';
import { xlsxSpreadsheets } from './index';

const DEMO = join(__dirname, '../../../../data/demo');
const { read } = xlsxSpreadsheets();

const firstSheet = (outcome: ReadOutcome): readonly (readonly Cell[])[] => {
  if (outcome.kind === 'refused') throw new Error(`${outcome.code}: ${outcome.detail}`);
  return outcome.sheets[0]?.rows ?? [];
};

const rowsOf = async (bytes: Uint8Array) => firstSheet(await read(bytes));

const bookOf = (
  sheet: WorkSheet,
  change: (book: ReturnType<typeof utils.book_new>) => void = () => undefined,
) => {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Feuille');
  change(book);
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
};

const text = (value: string) => new TextEncoder().encode(value);
const sent = [
  ['Prénom', 'Nom'],
  ['Awa', 'Traoré ; née Koné'],
];

describe('the demonstration files', () => {
  const files = readdirSync(DEMO, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(xlsx|csv)$/.test(name),
  );

  it('are 18 workbooks and 4 CSV', () => {
    expect(files.filter((name) => name.endsWith('.xlsx'))).toHaveLength(18);
    expect(files).toHaveLength(22);
  });

  it.each(files)('%s is read', async (name) => {
    const outcome = await read(readFileSync(join(DEMO, name)));
    expect(outcome).toMatchObject({ kind: 'read', format: name.endsWith('.csv') ? 'csv' : 'xlsx' });
    expect(firstSheet(outcome).length).toBeGreaterThan(3);
  });

  it('keep their places, accents and numbers', async () => {
    const rows = await rowsOf(readFileSync(join(DEMO, 'formations/commune-I-groupe-1.xlsx')));
    expect(rows[5]?.slice(0, 6)).toEqual(['N°', 'Code', 'Prénom(s)', 'Nom', 'Sexe', 'Tranche d’âge']);
    expect(rows[6]?.slice(9)).toEqual(['X', 'X', 6, 10]);
    expect(rows).toHaveLength(49);
  });
});

describe('a workbook', () => {
  it('gives days, numbers, booleans, raw text and cached values', async () => {
    const sheet = utils.aoa_to_sheet([['  Awa ', 12.5, true, { t: 'n', v: 45628, z: 'dd/mm/yyyy' }, '']]);
    sheet['F1'] = { t: 'n', v: 3, f: '1+2' };
    sheet['G1'] = { t: 'n', v: 1.5, z: '[h]:mm' };
    sheet['!ref'] = 'A1:G1';
    expect(await rowsOf(bookOf(sheet))).toEqual([
      ['  Awa ', 12.5, true, { day: '2024-12-02' }, null, 3, 1.5],
    ]);
  });

  it('counts days from 1904 when the book says so', async () => {
    const bytes = bookOf(utils.aoa_to_sheet([[{ t: 'n', v: 45628 - 1462, z: 'yyyy-mm-dd' }]]), (book) => {
      book.Workbook = { WBProps: { date1904: true } };
    });
    expect(await rowsOf(bytes)).toEqual([[{ day: '2024-12-02' }]]);
  });

  it('repeats the value of merged cells, within the filled part', async () => {
    const sheet = utils.aoa_to_sheet([['Titre'], ['a', 'b'], [null, 'c']]);
    sheet['!merges'] = [utils.decode_range('A1:Z1'), utils.decode_range('A2:A900')];
    expect(await rowsOf(bookOf(sheet))).toEqual([
      ['Titre', 'Titre'],
      ['a', 'b'],
      ['a', 'c'],
    ]);
  });

  it('keeps blank lines, forgets what is blank at the end and hidden sheets', async () => {
    const sheet = utils.aoa_to_sheet([['a'], [null], ['b'], [''], ['']]);
    const bytes = bookOf(sheet, (book) => {
      utils.book_append_sheet(book, utils.aoa_to_sheet([['liste']]), 'Listes');
      book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
    });
    const outcome = await read(bytes);
    expect(outcome).toEqual({
      kind: 'read',
      format: 'xlsx',
      sheets: [{ name: 'Feuille', rows: [['a'], [null], ['b']] }],
    });
  });
});

describe('a CSV', () => {
  it.each([
    ['semicolons', text('Prénom;Nom\r\nAwa;"Traoré ; née Koné"\r\n')],
    ['commas', text('Prénom,Nom\nAwa,Traoré ; née Koné\n')],
    ['tabs', text('Prénom\tNom\nAwa\tTraoré ; née Koné')],
    ['a byte-order mark', text('\ufeffPrénom;Nom\nAwa;"Traoré ; née Koné"')],
    ['Windows-1252', Buffer.from('Prénom;Nom\nAwa;"Traoré ; née Koné"', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffPrénom\tNom\nAwa\tTraoré ; née Koné', 'utf16le')],
  ])('with %s', async (_, bytes) => expect(await rowsOf(bytes)).toEqual(sent));

  it('reads the curly apostrophe and œ of Windows-1252', async () => {
    const bytes = Buffer.from([0x64, 0x92, 0xe2, 0x67, 0x65, 0x3b, 0x9c, 0x0a, 0x61, 0x3b, 0x62]);
    expect(await rowsOf(bytes)).toEqual([
      ['d’âge', 'œ'],
      ['a', 'b'],
    ]);
  });

  it('may be ragged, with blank lines and lines inside quotes', async () => {
    expect(await rowsOf(text('Titre\n\na;b;c\n1;"x\ny ""z"""\n2;3;4;5\n\n'))).toEqual([
      ['Titre'],
      [null],
      ['a', 'b', 'c'],
      ['1', 'x\ny "z"'],
      ['2', '3', '4', '5'],
    ]);
  });
});
