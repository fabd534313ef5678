import { PERSON_COLUMNS, personRow, trainingSheet, workbook } from './sheets';

const withoutSex = PERSON_COLUMNS.filter((column) => column !== 'Sexe');

/** Files no row of which can be taken: what it is, its bytes, the code and the columns it is rejected with. */
export const rejectedFiles: readonly (readonly [string, Buffer, string, readonly string[]])[] = [
  ['a text file named .xlsx', Buffer.from('Ceci n’est pas un classeur.\nDu tout.'), 'not-a-spreadsheet', []],
  [
    'a workbook without header row',
    workbook([['Bonjour'], ['Aïssata', 'Coulibaly', 'F', '25-29']]),
    'no-header-row',
    [],
  ],
  [
    'a missing column',
    workbook(
      trainingSheet([['BKOI-1', 'Aïssata', 'Coulibaly', '25-29', 'CAFO', 'X', 'X']], {
        columns: [...withoutSex, 'Émargement J1', 'Émargement J2'],
      }),
    ),
    'missing-column',
    ['Sexe'],
  ],
  [
    'an unknown commune',
    workbook(trainingSheet([personRow('BKOI-1')], { commune: 'ML999999' })),
    'unknown-commune',
    ['Code commune', 'ML999999'],
  ],
  ['a header and nothing below it', workbook(trainingSheet([])), 'no-data-rows', []],
  ['an empty file', Buffer.alloc(0), 'empty-file', []],
  ['a PDF that calls itself a workbook', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'not-a-spreadsheet', []],
];
