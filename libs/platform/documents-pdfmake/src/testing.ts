import PDFParser, { type Output } from 'pdf2json';

/** One piece of text: where it begins on its page, points from the left and from the top. */
export type Piece = { readonly text: string; readonly left: number; readonly top: number };
export type ReadPage = {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** How far from the left each upright line stands. */
  readonly uprights: readonly number[];
};

/** Points of a unit of the reader's own grid. */
const GRID = 16;

const parsed = (bytes: Uint8Array): Promise<Output> =>
  new Promise((resolve, reject) => {
    const parser = new PDFParser();
    parser.on('pdfParser_dataReady', resolve);
    parser.on('pdfParser_dataError', reject);
    parser.parseBuffer(Buffer.from(bytes), 0);
  });

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The pages of a PDF, read back by another library than wrote them. */
export const pagesOf = async (bytes: Uint8Array): Promise<readonly ReadPage[]> => {
  const { Pages } = await parsed(bytes);
  return Pages.map(({ Width, Height, Texts, VLines, Fills }) => ({
    width: Width * GRID,
    height: Height * GRID,
    uprights: [...VLines.map(({ x }) => x), ...Fills.map(({ x, w }) => x + w)].map((x) => x * GRID),
    pieces: Texts.map(({ x, y, R }) => ({
      text: R.map(({ T }) => decoded(T)).join(''),
      // the reader moves texts a quarter of its unit to the left
      left: (x + 0.25) * GRID,
      top: y * GRID,
    })),
  }));
};

export const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await pagesOf(bytes)).flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
