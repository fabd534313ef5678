import type { Content } from 'pdfmake/interfaces';
import type { TitleBlock } from '@benkan/documents';
import { codeOf } from './code';
import { factsOf } from './facts';

const linesOf = (lines: readonly string[], alignment: 'left' | 'center' | 'right'): Content => ({
  stack: lines.map((text, index): Content => ({ text, bold: index === 0, alignment })),
  style: 'issuer',
});

const named = ({ title, subtitle }: TitleBlock): Content => ({
  stack: [
    { text: title, style: 'title' },
    ...(subtitle === null ? [] : [{ text: subtitle, style: 'subtitle' }]),
  ],
});

/** Beside a code the title stands between issuer and code; without one, below both. */
export const titleOf = (block: TitleBlock): Content => {
  const { issuer, state, facts, code } = block;
  const top: Content =
    code === null
      ? { columns: [linesOf(issuer, 'left'), linesOf(state, 'right')], columnGap: 12 }
      : {
          columns: [
            { width: '25%', stack: [linesOf(issuer, 'left')] },
            { width: '*', stack: [linesOf(state, 'center'), named(block)] },
            { width: '25%', stack: [codeOf(code, 'right')] },
          ],
          columnGap: 12,
        };
  return {
    stack: [top, ...(code === null ? [named(block)] : []), factsOf(facts, 2)],
    margin: [0, 0, 0, 4],
  };
};
