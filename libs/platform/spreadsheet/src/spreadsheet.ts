/** A cell as a person would read it. Numbers stay numbers; a date cell becomes its day. */
export type Cell = string | number | boolean | null | { readonly day: string };

export type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

export type FileRefusal =
  | 'empty-file'
  | 'not-a-spreadsheet'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'inflates-too-large'
  | 'takes-too-long'
  | 'takes-too-much-memory';

export type ReadOutcome =
  | { readonly kind: 'read'; readonly format: 'xlsx' | 'csv'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'refused'; readonly code: FileRefusal; readonly detail: string };

/** A table for people: French headers, cells that begin with = + - @ neutralised. */
export type Table = {
  readonly name: string;
  /** Lines above the header, such as a title; they widen no column. */
  readonly above?: readonly (readonly Cell[])[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

export type ReadLimits = {
  readonly rows: number;
  readonly columns: number;
  readonly inflatedBytes: number;
  readonly milliseconds: number;
  readonly heapMegabytes: number;
};

/** 20,000 rows, 200 columns, 200 MB inflated, 60 s, 512 MB. */
export const DEFAULT_LIMITS: ReadLimits = {
  rows: 20_000,
  columns: 200,
  inflatedBytes: 200_000_000,
  milliseconds: 60_000,
  heapMegabytes: 512,
};

/** Reads and writes workbooks and CSV files. Reading is bounded, off the main thread, and never throws on content. */
export interface Spreadsheets {
  /** Merged cells repeat the value of their first cell; CSV is comma or semicolon, UTF-8 or Windows-1252. */
  read(bytes: Uint8Array, limits?: Partial<ReadLimits>): Promise<ReadOutcome>;
  writeXlsx(table: Table): Promise<Uint8Array>;
  /** Semicolon-separated with a byte-order mark, as a French Excel opens it. */
  writeCsv(table: Table): Uint8Array;
}
