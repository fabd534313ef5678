import pdfmake from 'pdfmake';
import type {
  Content,
  ContentCanvas,
  DynamicContent,
  Node,
  NodeQueries,
  TDocumentDefinitions,
} from 'pdfmake/interfaces';
import type { LaidDocument } from '@benkan/documents';
import { contentsOf } from './blocks';
import { fonts, isFont } from './fonts';
import { points } from './points';
import { stylesOf } from './styles';
import { gridLayout, plainLayout } from './table';

const FOOTER_ROOM = 4;
/** A head this far down the page has no room for what it stands above. */
const TOO_LOW = 0.87;

const footerOf =
  ({ footer: { text, fingerprint, page } }: LaidDocument, side: number): DynamicContent =>
  (current, count): Content => ({
    margin: [side, 8, side, 0],
    columns: [
      { width: '*', text },
      { width: 'auto', text: fingerprint ?? '', noWrap: true },
      { width: 100, text: page === null ? '' : `${page[0]}${current}${page[1]}${count}`, alignment: 'right' },
    ],
    columnGap: 12,
    fontSize: 7.5,
    color: '#444444',
  });

const frameOf = (_page: number, { width, height }: { width: number; height: number }): ContentCanvas => {
  const line = (inset: number, lineWidth: number) => ({
    ...{ type: 'rect' as const, x: inset, y: inset, w: width - 2 * inset, h: height - 2 * inset },
    ...{ lineWidth, lineColor: '#1f4d3a' },
  });
  return { canvas: [line(20, 2.5), line(26, 0.7)] };
};

const standsAlone = (
  { headlineLevel, startPosition }: Node,
  { getFollowingNodesOnPage }: NodeQueries,
): boolean =>
  headlineLevel !== undefined &&
  (startPosition.verticalRatio > TOO_LOW || getFollowingNodesOnPage().length === 0);

const definitionOf = (document: LaidDocument): TDocumentDefinitions => {
  const { title, language, createdAt, orientation, framed = false, blocks, margin } = document;
  const side = points(framed ? margin + 6 : margin);
  return {
    info: { title, creationDate: new Date(createdAt), producer: 'benkan', creator: 'benkan' },
    ...{ language, displayTitle: true, version: '1.7' as const },
    ...{ pageSize: 'A4' as const, pageOrientation: orientation },
    pageMargins: [side, side, side, points(margin + FOOTER_ROOM)],
    defaultStyle: { font: 'Sans', fontSize: 9.5, lineHeight: 1.12 },
    styles: stylesOf(framed),
    content: contentsOf(blocks),
    footer: footerOf(document, side),
    ...(framed ? { background: frameOf } : {}),
    // asked of every node of every page: only where there is a head to ask about
    ...(blocks.some(({ kind }) => kind === 'heading') ? { pageBreakBefore: standsAlone } : {}),
  };
};

/** The bytes of a document. Fonts of the package are the only files opened; no address is. */
export const print = async (document: LaidDocument): Promise<Uint8Array> => {
  pdfmake.setFonts(fonts());
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(isFont);
  pdfmake.setTableLayouts({ grid: gridLayout, plain: plainLayout });
  return new Uint8Array(await pdfmake.createPdf(definitionOf(document)).getBuffer());
};
