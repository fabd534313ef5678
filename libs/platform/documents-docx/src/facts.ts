import { Paragraph, TableRow, type FileChild } from 'docx';
import type { Fact } from '@benkan/documents';
import { cellOf, tableWith } from './tables';
import { line, run } from './texts';

const BLANK = '…………………………………';

const factOf = ({ label, value }: Fact): Paragraph =>
  new Paragraph({
    children: [
      run(`${label}\u00a0: `, { bold: true }),
      run(value ?? BLANK, value === null ? { color: '888888' } : {}),
    ],
    spacing: { after: 20 },
  });

/** Labels and values, in as many columns as asked for. */
export const factsOf = (facts: readonly Fact[], columns: number, width: number): readonly FileChild[] => {
  if (facts.length === 0) return [];
  if (columns === 1) return facts.map(factOf);
  const widths = Array.from({ length: columns }, () => width / columns);
  const rows = Array.from(
    { length: Math.ceil(facts.length / columns) },
    (_, at) =>
      new TableRow({
        cantSplit: true,
        children: widths.map((each, column) => {
          const fact = facts[at * columns + column];
          return cellOf([fact === undefined ? line('') : factOf(fact)], each);
        }),
      }),
  );
  return [tableWith(rows, widths, false), line('', { size: 8 })];
};
