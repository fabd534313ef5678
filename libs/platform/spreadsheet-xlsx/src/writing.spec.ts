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

const sheetsOf = async (bytes: Uint8Array) => {
  const outcome = await read(bytes);
  return outcome.kind === 'read' ? outcome.sheets : [];
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

it('writes lines above the header, which widen no column', async () => {
  const above = [['Réunion statutaire du comité'], ['Date : 21/11/2024', 'Code commune : ML090101']];
  const [sheet] = await sheetsOf(await writeXlsx({ ...table, above }));
  expect(sheet?.rows.slice(0, 3)).toEqual([
    ['Réunion statutaire du comité', null, null, null],
    ['Date : 21/11/2024', 'Code commune : ML090101', null, null],
    table.header,
  ]);
  expect(Buffer.from(writeCsv({ ...table, above })).toString('utf8')).toContain(
    '\ufeffRéunion statutaire du comité\r\nDate : 21/11/2024;Code commune : ML090101\r\nPrénom(s);',
  );
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
