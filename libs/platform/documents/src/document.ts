/** A label and what stands behind it; a missing value leaves room to write by hand. */
export type Fact = { readonly label: string; readonly value: string | null };

/** Column of a table. Widths are shares of the width of the page: whatever they are, all columns fit. */
export type Column = {
  readonly label: string;
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
};

/** A code to scan: printed as a square QR code, its caption below. */
export type ScannedCode = { readonly value: string; readonly caption: string | null };

/** What stands at the top: who issues it, what it is, and the facts of it (number, date, place). */
export type TitleBlock = {
  readonly kind: 'title';
  /** Lines at the left: the committee, its commune. */
  readonly issuer: readonly string[];
  /** Lines at the right, where there is no code. */
  readonly state: readonly string[];
  readonly title: string;
  readonly subtitle: string | null;
  readonly facts: readonly Fact[];
  readonly code: ScannedCode | null;
};

/** A table whose head is repeated on every page; a row never breaks over two pages. */
export type TableBlock = {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** A row has one text a column; `''` leaves the cell empty. */
  readonly rows: readonly (readonly string[])[];
  /** Millimetres a row takes at least: room for a signature. */
  readonly rowHeight?: number;
  readonly size?: 'small' | 'normal';
};

/** Boxes side by side, never apart: who signs, and the name to print below the room for it. */
export type SignaturesBlock = {
  readonly kind: 'signatures';
  readonly boxes: readonly { readonly role: string; readonly name: string | null }[];
};

export type ParagraphStyle = 'plain' | 'note' | 'centred' | 'prominent' | 'name';

export type Block =
  | TitleBlock
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly style?: ParagraphStyle }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered?: boolean }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[]; readonly columns?: 1 | 2 | 3 }
  | TableBlock
  | SignaturesBlock
  | { readonly kind: 'code'; readonly code: ScannedCode }
  | { readonly kind: 'page-break' };

/** A document on A4 as data: what it says, never who renders it. Texts are plain: nothing in them is markup. */
export type PrintedDocument = {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Instant, RFC 3339 in UTC: the same document of the same instant is the same bytes. */
  readonly createdAt: string;
  readonly orientation: 'portrait' | 'landscape';
  /** A frame around the page, for what is hung on a wall. */
  readonly framed?: boolean;
  readonly blocks: readonly Block[];
  readonly footer: {
    readonly text: string;
    /** Of the content, as its history has it; printed so that a copy can be compared. */
    readonly fingerprint: string | null;
    /** The words around the number of the page and of pages, such as « Page 1 sur 3 »; null where none is printed. */
    readonly page: readonly [before: string, between: string] | null;
  };
};

export type DocumentRefusal = 'too-large' | 'takes-too-long' | 'takes-too-much-memory';

/** A document that will not be rendered: a value of the port, never a fault of the program. */
export class DocumentRefused extends Error {
  constructor(readonly code: DocumentRefusal) {
    super(code);
  }
}

/**
 * Renders documents off the main thread, opening neither network nor files. Same document, same bytes.
 * Rejects with `DocumentRefused` beyond the limits.
 */
export interface DocumentRenderer {
  readonly mediaType: string;
  render(document: PrintedDocument): Promise<Uint8Array>;
}
