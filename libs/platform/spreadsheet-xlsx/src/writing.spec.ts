import type { Table } from '@benkan/spreadsheet';
import { xlsxSpreadsheets } from './index';

const { read, writeCsv, writeXlsx } = xlsxSpreadsheets();

const table: Table = {
  name: 'Lignes refusées : [1]/a-name-that-is-too-long',
  header: ['Prénom(s)', 'Note /20', 'Date', 'Présent'],
  rows: [
    ['=HYPERLINK("x")', 12.5, { day: '2024-12-02' }, true],
    ['Traoré; dite "Awa"', -3, null, false],
  ],
};

it('writes a CSV that a French Excel opens', () => {
  expect(Buffer.from(writeCsv(table)).toString('utf8')).toBe(
    '\ufeffPrénom(s);Note /20;Date;Présent\r\n' +
      `"'=HYPERLINK(""x"")";12,5;2024-12-02;oui\r\n` +
      '"Traoré; dite ""Awa""";-3;;non\r\n',
  );
});

it('writes a workbook that reads back', async () => {
  expect(await read(await writeXlsx(table))).toEqual({
    kind: 'read',
    format: 'xlsx',
    sheets: [
      {
        name: 'Lignes refusées    1  a-name-th',
        rows: [
          table.header,
          [`'=HYPERLINK("x")`, 12.5, { day: '2024-12-02' }, true],
          ['Traoré; dite "Awa"', -3, null, false],
        ],
      },
    ],
  });
});

it.each(['=1', '+1', '-1', '@a', '\ta', '\ra'])('neutralises %j', async (formula) => {
  const outcome = await read(await writeXlsx({ name: 'a', header: [formula], rows: [[formula]] }));
  expect(outcome).toMatchObject({
    sheets: [{ rows: [[expect.stringMatching(/^'/)], [expect.stringMatching(/^'/)]] }],
  });
  expect(Buffer.from(writeCsv({ name: 'a', header: [], rows: [[formula]] })).toString()).toContain(
    `'${formula}`,
  );
});
