import type { Content, TableCell } from 'pdfmake/interfaces';
import type { Fact } from '@benkan/documents';

/** Room to write by hand where a value is missing: leaders that stay within their cell. */
const BLANK = '…………………………………';

const cellOf = ({ label, value }: Fact): TableCell => ({
  text: [{ text: `${label}\u00a0: `, bold: true }, value ?? { text: BLANK, color: '#888888' }],
});

/** Labels and values, in as many columns as asked for. */
export const factsOf = (facts: readonly Fact[], columns: number): Content => {
  const lines = Math.ceil(facts.length / columns);
  const body = Array.from({ length: lines }, (_, line) =>
    Array.from({ length: columns }, (_unused, column): TableCell => {
      const fact = facts[line * columns + column];
      return fact === undefined ? '' : cellOf(fact);
    }),
  );
  if (lines === 0) return '';
  return {
    table: { widths: Array.from({ length: columns }, () => '*'), body, dontBreakRows: true },
    layout: 'plain',
    margin: [0, 2, 0, 6],
  };
};
