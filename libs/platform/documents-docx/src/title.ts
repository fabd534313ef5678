import { TableRow, type FileChild, type Paragraph } from 'docx';
import type { TitleBlock } from '@benkan/documents';
import { codeOf } from './code';
import { factsOf } from './facts';
import { cellOf, tableWith } from './tables';
import { line, type Align } from './texts';
import { halfPoints } from './units';

const linesOf = (lines: readonly string[], align: Align): readonly Paragraph[] =>
  lines.length === 0
    ? [line('')]
    : lines.map((text, index) => line(text, { bold: index === 0, align, size: halfPoints(9) }));

const named = ({ title, subtitle }: TitleBlock, framed: boolean): readonly Paragraph[] => [
  line(title, { bold: true, align: 'center', size: halfPoints(framed ? 26 : 15), before: framed ? 50 : 8 }),
  ...(subtitle === null
    ? []
    : [line(subtitle, { align: 'center', size: halfPoints(10.5), before: 2, after: framed ? 14 : 4 })]),
];

type Page = { readonly width: number; readonly framed: boolean };

/** Beside a code the title stands between issuer and code; without one, below both. */
export const titleOf = async (block: TitleBlock, { width, framed }: Page): Promise<readonly FileChild[]> => {
  const { issuer, state, facts, code } = block;
  const left = linesOf(issuer, 'left');
  const below = factsOf(facts, 2, width);
  const row = (cells: readonly (readonly [readonly Paragraph[], number])[]) =>
    tableWith(
      [new TableRow({ children: cells.map(([children, share]) => cellOf([...children], width * share)) })],
      cells.map(([, share]) => width * share),
      false,
    );
  if (code === null)
    return [
      row([
        [left, 0.5],
        [linesOf(state, 'right'), 0.5],
      ]),
      ...named(block, framed),
      ...below,
    ];
  const middle = [...(state.length === 0 ? [] : linesOf(state, 'left')), ...named(block, framed)];
  return [
    row([
      [left, 0.25],
      [middle, 0.5],
      [await codeOf(code, 'right'), 0.25],
    ]),
    ...below,
  ];
};
