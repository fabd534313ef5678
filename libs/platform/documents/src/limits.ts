import { DocumentRefused, type Block, type PrintedDocument } from './document';

export type DocumentLimits = {
  readonly rows: number;
  readonly characters: number;
  readonly milliseconds: number;
  readonly heapMegabytes: number;
};

/** 5,000 rows, two million characters, 60 s, 512 MB. */
export const DOCUMENT_LIMITS: DocumentLimits = {
  rows: 5_000,
  characters: 2_000_000,
  milliseconds: 60_000,
  heapMegabytes: 512,
};

const rowsOf = (block: Block): number => {
  if (block.kind === 'table') return block.rows.length;
  return block.kind === 'list' ? block.items.length : 1;
};

const charactersOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, part) => sum + charactersOf(part), 0);
};

/** Throws `DocumentRefused` for a document larger than anybody would print. */
export const refuseTooLarge = (document: PrintedDocument, limits: DocumentLimits): void => {
  const rows = document.blocks.reduce((sum, block) => sum + rowsOf(block), 0);
  if (rows > limits.rows || charactersOf(document) > limits.characters)
    throw new DocumentRefused('too-large');
};
