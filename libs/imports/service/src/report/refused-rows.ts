import type { RowReport } from '@benkan/contracts/imports';
import type { Cell, Spreadsheets } from '@benkan/spreadsheet';

type Source = {
  readonly rows: readonly (readonly Cell[])[];
  /** A header of two lines is one line of labels. */
  readonly header: { readonly line: number; readonly labels: readonly string[] };
};

const padded = (row: readonly Cell[], width: number): readonly Cell[] => [
  ...row,
  ...Array.from({ length: Math.max(0, width - row.length) }, () => null),
];

const why = ({ problems }: RowReport): readonly Cell[] => [
  problems
    .map(({ code, column, value }) => [column, value, code].filter((part) => part !== null).join(' : '))
    .join(' ; '),
  problems.map(({ hint }) => hint).join(' '),
];

/** The head of the sheet, its header and the refused rows, with the reason beside each: to correct and send again. */
export const refusedWorkbook = (
  spreadsheets: Spreadsheets,
  { rows, header: { line: headerLine, labels } }: Source,
  reports: readonly RowReport[],
): Promise<Uint8Array> => {
  const width = Math.max(...rows.slice(0, headerLine).map((row) => row.length), labels.length, 1);
  const [first = [], ...head] = rows.slice(0, headerLine - 1);
  const header = [...padded(labels, width), 'Motif du refus', 'Que faire'];
  const refused = reports.filter(({ outcome, line }) => outcome === 'refused' && line > headerLine);
  const lines = refused.map((report) => [...padded(rows[report.line - 1] ?? [], width), ...why(report)]);
  const above = headerLine > 1;
  return spreadsheets.writeXlsx({
    name: 'Lignes refusées',
    header: (above ? first : header).map((cell) =>
      cell === null ? '' : typeof cell === 'object' ? cell.day : String(cell),
    ),
    rows: above ? [...head, header, ...lines] : lines,
  });
};
