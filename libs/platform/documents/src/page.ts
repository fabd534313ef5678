import type { Block, Column, PrintedDocument, TableBlock } from './document';

/** A4, millimetres. */
const SHORT = 210;
const LONG = 297;
const MARGIN = 12;

/** Millimetres between the margins. */
export const usableWidth = (orientation: PrintedDocument['orientation']): number =>
  (orientation === 'portrait' ? SHORT : LONG) - 2 * MARGIN;

/** Widths of the columns, millimetres; they fill the given width exactly. */
export const columnWidths = (columns: readonly Column[], width: number): readonly number[] => {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (share / whole) * width);
};

/** A table that knows how wide its columns are, millimetres. */
export type LaidTable = TableBlock & { readonly widths: readonly number[] };
export type LaidBlock = Exclude<Block, TableBlock> | LaidTable;

/** A document with the widths of its page, millimetres: what a renderer needs and may not choose. */
export type LaidDocument = Omit<PrintedDocument, 'blocks'> & {
  readonly blocks: readonly LaidBlock[];
  readonly width: number;
  readonly margin: number;
};

/** Gives every column its width; no table is wider than the page. */
export const laidOut = (document: PrintedDocument): LaidDocument => {
  const width = usableWidth(document.orientation);
  const laid = (block: Block): LaidBlock =>
    block.kind === 'table' ? { ...block, widths: columnWidths(block.columns, width) } : block;
  return { ...document, blocks: document.blocks.map(laid), width, margin: MARGIN };
};
