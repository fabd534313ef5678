import type { Row } from '../sheet';
import { fold, textOf } from '../text';

/** What stands above the header: a title and « label : value » lines, labels folded. */
export type Head = {
  readonly title: string | null;
  readonly entries: readonly { readonly label: string; readonly value: string }[];
  readonly text: string;
};

/** The value of a head line: nothing, one, or several that differ. */
export type HeadValue =
  { readonly kind: 'none' } | { readonly kind: 'one'; readonly value: string } | { readonly kind: 'several' };

const LABELLED = /^([^:]{2,60}?)\s*:\s*(.*)$/;

const piecesOf = (row: Row): string[] => {
  const cells = row.map((cell) => (typeof cell === 'string' ? cell : (textOf(cell) ?? '')));
  const lines = cells.flatMap((cell) => cell.split(/[\r\n\t]+/)).flatMap((line) => textOf(line) ?? []);
  // a merged title repeats itself
  return lines.filter((line, index) => line !== lines[index - 1]);
};

// « Code commune » in one cell, its value in the next
const BARE_LABEL =
  /^(code (de la )?commune|commune code|dates?|presidence|chair|ordre du jour|agenda|themes?)$/;

const splitLabel = (piece: string): { label: string; value: string } | undefined => {
  const [, label, value = ''] = LABELLED.exec(piece) ?? [];
  if (label !== undefined) return { label: fold(label), value };
  return BARE_LABEL.test(fold(piece)) ? { label: fold(piece), value: '' } : undefined;
};

const entryOf = (piece: string, next: string) => {
  const found = splitLabel(piece);
  if (found === undefined || found.value !== '') return found ?? [];
  return next === '' || splitLabel(next) ? [] : { label: found.label, value: next };
};

const entriesOf = (pieces: readonly string[]) =>
  pieces.flatMap((piece, index) => entryOf(piece, pieces[index + 1] ?? ''));

/** Reads the rows above a header; a merged title counts once. */
export const readHead = (rows: readonly Row[]): Head => {
  const lines = rows.map(piecesOf);
  return {
    title: lines.flat()[0] ?? null,
    entries: lines.flatMap(entriesOf),
    text: lines.flat().join('\n'),
  };
};

/** The value under a label, such as « Code commune ». */
export const valueOf = ({ entries }: Head, label: RegExp): HeadValue => {
  const values = new Set(entries.filter((entry) => label.test(entry.label)).map(({ value }) => value));
  const [value] = values;
  if (value === undefined) return { kind: 'none' };
  return values.size === 1 ? { kind: 'one', value } : { kind: 'several' };
};
