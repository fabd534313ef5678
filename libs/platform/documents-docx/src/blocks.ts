import { HeadingLevel, PageBreak, Paragraph, type FileChild } from 'docx';
import type { LaidBlock, LaidDocument, ParagraphStyle } from '@benkan/documents';
import { codeOf } from './code';
import { factsOf } from './facts';
import { signaturesOf } from './signatures';
import { tableOf } from './tables';
import { BULLETS, FONT, line, type Look } from './texts';
import { titleOf } from './title';
import { halfPoints } from './units';

type Of<Kind extends LaidBlock['kind']> = Extract<LaidBlock, { readonly kind: Kind }>;
type Children = readonly FileChild[];
type Page = { readonly width: number; readonly framed: boolean };
type Writers = {
  readonly [Kind in LaidBlock['kind']]: (block: Of<Kind>, page: Page) => Children | Promise<Children>;
};

const looks: Readonly<Record<ParagraphStyle, Look>> = {
  plain: { after: 5 },
  note: { italics: true, size: halfPoints(8), color: '444444', after: 4 },
  centred: { align: 'center', before: 2, after: 6 },
  prominent: { align: 'center', bold: true, size: halfPoints(11), before: 4, after: 8 },
  name: { align: 'center', bold: true, size: halfPoints(24), before: 6, after: 12 },
};

const headings = {
  1: [HeadingLevel.HEADING_1, { bold: true, size: halfPoints(12), before: 10, after: 4 }],
  2: [HeadingLevel.HEADING_2, { bold: true, size: halfPoints(10), before: 6, after: 2 }],
} as const;

const writers: Writers = {
  title: titleOf,
  heading: ({ text, level }) => {
    const [heading, look] = headings[level];
    return [line(text, { ...look, font: FONT, color: '000000', keepNext: true }, { heading })];
  },
  paragraph: ({ text, style = 'plain' }, { framed }) => {
    const centred: Look = framed ? { align: 'center', size: halfPoints(12) } : {};
    return [line(text, style === 'plain' ? { ...looks.plain, ...centred } : looks[style])];
  },
  list: ({ items, ordered = false }) =>
    items.map((text, index) =>
      ordered
        ? line(`${index + 1}.\u00a0${text}`, { after: 2 }, { indent: { left: 360, hanging: 280 } })
        : line(text, { after: 2 }, { numbering: { reference: BULLETS.reference, level: 0 } }),
    ),
  facts: ({ facts, columns = 1 }, { width }) => factsOf(facts, columns, width),
  table: tableOf,
  signatures: (block, { width }) => signaturesOf(block, width),
  code: ({ code }) => codeOf(code),
  'page-break': () => [new Paragraph({ children: [new PageBreak()] })],
};

/** The blocks of a document, in order, as Word wants them. */
export const childrenOf = async ({ blocks, width, framed = false }: LaidDocument): Promise<Children> => {
  const written: FileChild[] = [];
  for (const block of blocks) {
    const writer = writers[block.kind] as (block: LaidBlock, page: Page) => Children | Promise<Children>;
    written.push(...(await writer(block, { width, framed })));
  }
  return written;
};
