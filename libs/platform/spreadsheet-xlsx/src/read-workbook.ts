import { parse_zip as parseParts, type SheetProps, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { ReadLimits, Sheet } from '@benkan/spreadsheet';
import { Refused } from './refused';
import { readSheet } from './read-sheet';
import { textBudget } from './text-budget';
import { zipParts } from './zip-parts';

type Part = { readonly name: string; readonly asNodeBuffer: () => Buffer };

declare module '@e965/xlsx' {
  /** Reads parts that are inflated already (exported, missing from the package's own types). */
  export function parse_zip(
    zip: { readonly files: Readonly<Record<string, Part>> },
    options: ParsingOptions,
  ): WorkBook;
}

const OPTIONS = { dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false } as const;

const parse = (parts: ReadonlyMap<string, Buffer>): WorkBook => {
  const files = [...parts].map(([name, bytes]) => [name, { name, asNodeBuffer: () => bytes }] as const);
  try {
    return parseParts({ files: Object.fromEntries(files) }, OPTIONS);
  } catch {
    throw new Refused('not-a-spreadsheet', 'Le classeur est abîmé ou d’un autre format que .xlsx.');
  }
};

// neither charts nor what nobody sees
const isRead = (sheet: WorkSheet, properties: SheetProps | undefined): boolean =>
  (sheet['!type'] ?? 'sheet') === 'sheet' && (properties?.Hidden ?? 0) === 0;

const readSheets = (book: WorkBook, limits: ReadLimits): readonly Sheet[] => {
  const spend = textBudget(limits.inflatedBytes);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  let remaining = limits.rows;
  const sheets: Sheet[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (sheet === undefined || !isRead(sheet, book.Workbook?.Sheets?.[index])) continue;
    const rows = readSheet(sheet, { ...limits, rows: remaining }, { date1904, spend });
    remaining -= rows.length;
    sheets.push({ name, rows });
  }
  return sheets;
};

/** The visible sheets of a workbook. Throws a refusal at a limit or when it is not a workbook. */
export const readWorkbook = (bytes: Uint8Array, limits: ReadLimits): readonly Sheet[] => {
  const parts = zipParts(bytes, limits.inflatedBytes);
  if (!parts.has('[Content_Types].xml') || parts.has('META-INF/manifest.xml'))
    throw new Refused('not-a-spreadsheet', 'Cette archive n’est pas un classeur .xlsx.');
  return readSheets(parse(parts), limits);
};
