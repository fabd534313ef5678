import {
  Document,
  Footer,
  Packer,
  PageBorderDisplay,
  BorderStyle,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { LaidDocument } from '@benkan/documents';
import { childrenOf } from './blocks';
import { BULLETS, FONT, run } from './texts';
import { halfPoints, twips } from './units';
import { withoutDates } from './zip-dates';

/** Millimetres. */
const [SHORT, LONG] = [210, 297];

const footerOf = ({ footer: { text, fingerprint, page }, width }: LaidDocument): Footer => {
  const letters = { size: halfPoints(7.5), color: '444444' };
  const number = (field: 'CURRENT' | 'TOTAL_PAGES') =>
    new TextRun({ ...letters, children: [PageNumber[field]] });
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
        children: [
          run(fingerprint === null ? text : `${text} – ${fingerprint}`, letters),
          ...(page === null
            ? []
            : [
                run(`\t${page[0]}`, letters),
                number('CURRENT'),
                run(page[1], letters),
                number('TOTAL_PAGES'),
              ]),
        ],
      }),
    ],
  });
};

const border = { style: BorderStyle.DOUBLE, size: 12, color: '1F4D3A', space: 12 };
const FRAME = {
  pageBorders: { display: PageBorderDisplay.ALL_PAGES },
  ...{ pageBorderTop: border, pageBorderBottom: border, pageBorderLeft: border, pageBorderRight: border },
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

// the library writes the time of its own clock here
const coreOf = ({ title, language, createdAt }: LaidDocument) => {
  const at = new Date(createdAt).toISOString();
  const instant = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return {
    path: 'docProps/core.xml',
    data:
      '<?xml version="1.0" encoding="UTF-8"?>' +
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<dc:title>${escaped(title)}</dc:title><dc:creator>benkan</dc:creator><dc:language>${escaped(language)}</dc:language>` +
      `${instant('created')}${instant('modified')}</cp:coreProperties>`,
  };
};

const fileOf = async (document: LaidDocument): Promise<Document> => {
  const { orientation, framed = false, margin, language } = document;
  const side = twips(margin);
  return new Document({
    styles: {
      default: { document: { run: { font: FONT, size: halfPoints(9.5), language: { value: language } } } },
    },
    numbering: { config: [BULLETS] },
    sections: [
      {
        properties: {
          page: {
            size: {
              ...{ width: twips(SHORT), height: twips(LONG) },
              orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
            },
            margin: { top: side, bottom: side, left: side, right: side, footer: twips(7) },
            ...(framed ? { borders: FRAME } : {}),
          },
        },
        footers: { default: footerOf(document) },
        children: [...(await childrenOf(document))],
      },
    ],
  });
};

/** The bytes of a document. The same document is the same bytes. */
export const print = async (document: LaidDocument): Promise<Uint8Array> => {
  const packed = await Packer.toBuffer(await fileOf(document), undefined, [coreOf(document)]);
  return withoutDates(new Uint8Array(packed));
};
