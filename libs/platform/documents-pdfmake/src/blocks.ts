import type { Content } from 'pdfmake/interfaces';
import type { LaidBlock } from '@benkan/documents';
import { codeOf } from './code';
import { factsOf } from './facts';
import { signaturesOf } from './signatures';
import { tableOf } from './table';
import { titleOf } from './title';

type Of<Kind extends LaidBlock['kind']> = Extract<LaidBlock, { readonly kind: Kind }>;
type Shown = Exclude<LaidBlock['kind'], 'page-break'>;
type Printers = { readonly [Kind in Shown]: (block: Of<Kind>) => Content };

const printers: Printers = {
  title: titleOf,
  heading: ({ text, level }) => ({ text, style: `heading${level}`, headlineLevel: level }),
  paragraph: ({ text, style = 'plain' }) => ({ text, style }),
  list: ({ items, ordered = false }) => {
    const points = items.map((text) => ({ text, margin: [0, 0, 0, 2] as [number, number, number, number] }));
    return ordered ? { ol: points, margin: [6, 0, 0, 6] } : { ul: points, margin: [6, 0, 0, 6] };
  },
  facts: ({ facts, columns = 1 }) => factsOf(facts, columns),
  table: tableOf,
  signatures: signaturesOf,
  code: ({ code }) => codeOf(code),
};

/** A block as pdfmake wants it. Its texts are given as texts: nothing in them is read as content. */
const contentOf = (block: Of<Shown>): Content =>
  (printers[block.kind] as (block: LaidBlock) => Content)(block);

/** Blocks in their order; what follows a page break begins its page, so that a full page before it leaves no empty one. */
export const contentsOf = (blocks: readonly LaidBlock[]): Content[] =>
  blocks.flatMap((block, index): Content[] => {
    if (block.kind === 'page-break') return [];
    const content = contentOf(block);
    return [blocks[index - 1]?.kind === 'page-break' ? { stack: [content], pageBreak: 'before' } : content];
  });
