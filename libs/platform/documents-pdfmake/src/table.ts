import type { Content, TableCell } from 'pdfmake/interfaces';
import type { LaidTable } from '@benkan/documents';
import { points } from './points';

const PADDING = 3;
/** Rows. */
const SHORT = 12;

/** Lines thin enough to print on a tired machine, a grey head that survives a photocopy. */
export const gridLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => '#555555',
  vLineColor: () => '#555555',
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

/** No lines: labels and values, boxes. */
export const plainLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 8,
  paddingTop: () => 1.5,
  paddingBottom: () => 1.5,
};

/** A table as wide as the page, its head on every page, no row over two. */
export const tableOf = ({ columns, rows, widths, rowHeight, size }: LaidTable): Content => {
  const head = columns.map(({ label }): TableCell => ({
    text: label,
    style: 'tableHead',
    verticalAlignment: 'middle',
  }));
  const cell = (text: string, index: number): TableCell => ({
    text,
    alignment: columns[index]?.align ?? 'left',
    verticalAlignment: 'middle',
  });
  // the width of a column is the width of its text, without padding and line
  const taken = 2 * PADDING + 0.5;
  const height = rowHeight === undefined ? 'auto' : points(rowHeight) - 4;
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: widths.map((width) => points(width) - taken - 0.5 / widths.length),
      heights: (row: number) => (row === 0 ? 'auto' : height),
      body: [head, ...rows.map((row) => columns.map((_column, index) => cell(row[index] ?? '', index)))],
    },
    layout: 'grid',
    // a table that would fit on half a page is not broken over two
    unbreakable: rows.length <= SHORT,
    style: size === 'small' ? 'small' : 'normal',
    margin: [0, 4, 0, 8],
  };
};
