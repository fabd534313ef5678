/** What is used of pdfmake 0.3. Its published declarations bring the types of browsers into every file. */
declare module 'pdfmake/interfaces' {
  export type Alignment = 'left' | 'right' | 'center' | 'justify';
  export type Margins = number | [number, number] | [number, number, number, number];
  export type Size = number | 'auto' | '*' | string;

  export type Style = {
    font?: string;
    fontSize?: number;
    lineHeight?: number;
    characterSpacing?: number;
    bold?: boolean;
    italics?: boolean;
    alignment?: Alignment;
    color?: string;
    fillColor?: string;
    margin?: Margins;
  };
  export type StyleDictionary = Record<string, Style>;

  type Common = Style & {
    style?: string;
    width?: Size;
    headlineLevel?: number;
    unbreakable?: boolean;
    pageBreak?: 'before' | 'after';
    verticalAlignment?: 'top' | 'middle' | 'bottom';
  };
  export type ContentText = Common & { text: Content; noWrap?: boolean };
  export type ContentStack = Common & { stack: Content[] };
  export type ContentColumns = Common & { columns: Content[]; columnGap?: Size };
  export type ContentList = Common & ({ ul: Content[] } | { ol: Content[] });
  export type ContentSvg = Common & { svg: string; height?: number };
  export type ContentCanvas = Common & {
    canvas: {
      type: 'rect';
      x: number;
      y: number;
      w: number;
      h: number;
      lineWidth?: number;
      lineColor?: string;
    }[];
  };
  export type TableCell = Content;
  export type ContentTable = Common & {
    table: {
      body: TableCell[][];
      widths?: Size[];
      heights?: Size | ((row: number) => Size);
      headerRows?: number;
      keepWithHeaderRows?: number;
      dontBreakRows?: boolean;
    };
    layout?: string;
  };
  export type Content =
    | string
    | Content[]
    | ContentText
    | ContentStack
    | ContentColumns
    | ContentList
    | ContentSvg
    | ContentCanvas
    | ContentTable;

  export type TableLayout = Partial<
    Record<
      'hLineWidth' | 'vLineWidth' | 'paddingLeft' | 'paddingRight' | 'paddingTop' | 'paddingBottom',
      () => number
    > &
      Record<'hLineColor' | 'vLineColor', () => string>
  >;

  export type PageSize = { width: number; height: number };
  export type DynamicContent = (page: number, pages: number) => Content;
  /** `verticalRatio`: how far down the page, 0 to 1. */
  export type Node = { headlineLevel?: number; startPosition: { verticalRatio: number } };
  export type NodeQueries = { getFollowingNodesOnPage: () => Node[] };

  export type TDocumentDefinitions = {
    info?: { title?: string; creationDate?: Date; producer?: string; creator?: string };
    language?: string;
    displayTitle?: boolean;
    version?: '1.3' | '1.4' | '1.5' | '1.6' | '1.7' | '1.7ext3';
    pageSize?: 'A4';
    pageOrientation?: 'portrait' | 'landscape';
    pageMargins?: Margins;
    defaultStyle?: Style;
    styles?: StyleDictionary;
    content: Content;
    footer?: DynamicContent;
    background?: (page: number, size: PageSize) => Content;
    pageBreakBefore?: (node: Node, queries: NodeQueries) => boolean;
  };
}

declare module 'pdfmake' {
  import type { TableLayout, TDocumentDefinitions } from 'pdfmake/interfaces';

  type Font = Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>;
  const pdfmake: {
    setFonts: (fonts: Record<string, Font>) => void;
    setUrlAccessPolicy: (allows: (url: string) => boolean) => void;
    setLocalAccessPolicy: (allows: (path: string) => boolean) => void;
    setTableLayouts: (layouts: Record<string, TableLayout>) => void;
    createPdf: (definition: TDocumentDefinitions) => { getBuffer: () => Promise<Buffer> };
  };
  export default pdfmake;
}
