import { settleTwins, type Candidate } from './twins';
import { refuseFile, type Recognised, type Recognition, type Refusal } from './recognition';
import type { Sheet } from './sheet';
import { textOf } from './text';
import { readHead } from './table/head';
import { findHeader, missingColumns, type Header } from './table/header';
import type { KindSpec, Opened } from './table/kind-spec';
import { skippedBecause, type SkippedBecause } from './table/sorting';
import { viewOf } from './table/view';

type Found = { readonly sheet: Sheet; readonly header: Header };

const findTable = <H, V>({ columns }: KindSpec<H, V>, sheets: readonly Sheet[]): Found | Refusal => {
  const found = sheets.flatMap((sheet) => {
    const header = findHeader(columns, sheet);
    return header ? [{ sheet, header }] : [];
  });
  const [table] = found;
  if (table === undefined) return refuseFile('no-header-row');
  if (found.length > 1) return refuseFile('several-tables');
  const missing = missingColumns(columns, table.header);
  if (missing.length > 0) return refuseFile('missing-column', { columns: missing });
  const { duplicated } = table.header;
  return duplicated.length > 0 ? refuseFile('duplicate-column', { columns: duplicated }) : table;
};

const readRows = <H, V>(spec: KindSpec<H, V>, { rows }: Sheet, opened: Opened<H, V>) => {
  const { header } = opened;
  const candidates: Candidate<V>[] = [];
  const skipped: { line: number; because: SkippedBecause }[] = [];
  const first = header.line - 1 + header.height;
  for (const [index, row] of rows.slice(first).entries()) {
    const line = first + index + 1;
    const because = skippedBecause(row, header);
    if (because) skipped.push({ line, because });
    else {
      const view = viewOf(row, header, spec.columns);
      candidates.push({ line, view, gathered: opened.row(view) });
    }
  }
  return { candidates, skipped };
};

const unread = ({ positions, labels }: Header): readonly string[] => {
  const known = new Set(positions.values());
  return labels.filter((label, index) => label !== '' && !known.has(index));
};

const isFilled = ({ rows }: Sheet): boolean => rows.some((row) => row.some((cell) => textOf(cell) !== null));

/** Reads the one table of a kind out of the sheets of a file. */
export const recogniseTable = <H, V>(spec: KindSpec<H, V>, sheets: readonly Sheet[]): Recognition<H, V> => {
  const table = findTable(spec, sheets);
  if ('kind' in table) return table;
  const { sheet, header } = table;
  const opened = spec.open(readHead(sheet.rows.slice(0, header.line - 1)), header);
  if (opened.kind === 'refused') return opened;
  const { candidates, skipped } = readRows(spec, sheet, opened);
  if (candidates.length === 0) return refuseFile('no-data-rows');
  const recognised: Recognised<H, V> = {
    kind: 'recognised',
    sheet: sheet.name,
    header: { line: header.line, labels: opened.header.labels },
    head: opened.head,
    warnings: opened.warnings,
    rows: settleTwins(candidates, opened),
    skipped: {
      lines: skipped,
      columns: unread(opened.header),
      sheets: sheets.filter((other) => other !== sheet && isFilled(other)).map(({ name }) => name),
    },
  };
  return recognised;
};
