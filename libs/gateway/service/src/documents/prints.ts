import type { DocumentRenderer, PrintedDocument } from '@benkan/documents';
import type { Spreadsheets, Table } from '@benkan/spreadsheet';

/** Formats people print or fill in, beside JSON. */
export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type Format = keyof typeof MEDIA_TYPES;
type DocumentFormat = Exclude<Format, 'xlsx'>;

/** How the answer of a query is shown to people; the formats follow from what is there. */
export type Prints = {
  /** Without its ending; ASCII. */
  readonly fileName: (data: unknown) => string;
  readonly document?: (data: unknown) => PrintedDocument;
  readonly table?: (data: unknown) => Table;
  /** Those of a document that are given away; every one when absent. */
  readonly formats?: readonly DocumentFormat[];
};

type Shown<Data> = {
  readonly fileName: (data: Data) => string;
  readonly document?: (data: Data) => PrintedDocument;
  readonly table?: (data: Data) => Table;
  readonly formats?: readonly DocumentFormat[];
};

/** Of an answer in the shape its contract promises, which the service's door has checked. */
export const printsOf = <Data>(shown: Shown<Data>): Prints => shown as unknown as Prints;

/** Who makes the bytes. */
export type Printers = {
  readonly pdf: DocumentRenderer;
  readonly docx: DocumentRenderer;
  readonly spreadsheets: Pick<Spreadsheets, 'writeXlsx'>;
};

export const formatsOf = ({ document, table, formats = ['pdf', 'docx'] }: Prints): readonly Format[] => [
  ...(document === undefined ? [] : formats),
  ...(table === undefined ? [] : (['xlsx'] as const)),
];

/** The bytes of an answer in a format it is shown in; undefined in any other. */
export const printed = async (
  { document, table }: Prints,
  data: unknown,
  format: Format,
  printers: Printers,
): Promise<Uint8Array | undefined> => {
  if (format === 'xlsx') return table && printers.spreadsheets.writeXlsx(table(data));
  return document && printers[format].render(document(data));
};
