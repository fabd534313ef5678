import {
  BorderStyle,
  HeightRule,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  type FileChild,
  type ITableCellOptions,
} from 'docx';
import type { LaidTable } from '@benkan/documents';
import { line, type Look } from './texts';
import { halfPoints, twips } from './units';

const side = (style: (typeof BorderStyle)[keyof typeof BorderStyle]) => ({ style, size: 4, color: '555555' });
const sides = (style: (typeof BorderStyle)[keyof typeof BorderStyle]) => ({
  ...{ top: side(style), bottom: side(style), left: side(style), right: side(style) },
  ...{ insideHorizontal: side(style), insideVertical: side(style) },
});
const [GRID, NONE] = [sides(BorderStyle.SINGLE), sides(BorderStyle.NONE)];

/** A cell of so many millimetres. */
export const cellOf = (
  children: ITableCellOptions['children'],
  width: number,
  more: Partial<ITableCellOptions> = {},
): TableCell =>
  new TableCell({
    ...more,
    children,
    width: { size: twips(width), type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
  });

/** A table of fixed columns, with or without lines. */
export const tableWith = (rows: readonly TableRow[], widths: readonly number[], lines: boolean): Table =>
  new Table({
    rows: [...rows],
    columnWidths: widths.map(twips),
    width: { size: widths.reduce((sum, width) => sum + twips(width), 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: lines ? GRID : NONE,
  });

const headOf = ({ columns, widths }: LaidTable, look: Look): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ label }, index) =>
      cellOf([line(label, { ...look, bold: true, align: 'center', keepNext: true })], widths[index] ?? 0, {
        shading: { type: ShadingType.CLEAR, fill: 'E8E8E8' },
        verticalAlign: VerticalAlign.CENTER,
      }),
    ),
  });

/** A table as wide as the page, its head on every page, no row over two. */
export const tableOf = (table: LaidTable): readonly FileChild[] => {
  const { columns, rows, widths, rowHeight, size } = table;
  const look: Look = { size: halfPoints(size === 'small' ? 8 : 9) };
  const height =
    rowHeight === undefined ? {} : { height: { value: twips(rowHeight), rule: HeightRule.ATLEAST } };
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        ...height,
        children: columns.map(({ align = 'left' }, index) =>
          cellOf([line(row[index] ?? '', { ...look, align })], widths[index] ?? 0, {
            verticalAlign: VerticalAlign.CENTER,
          }),
        ),
      }),
  );
  // two tables without a paragraph between them would become one
  return [tableWith([headOf(table, look), ...body], widths, true), line('', { size: 8, after: 4 })];
};
