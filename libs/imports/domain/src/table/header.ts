import type { Cell, Row, Sheet } from '../sheet';
import { textOf } from '../text';
import { foldLabel, type ColumnSpec } from './columns';

/** The header of a table: its 1-based line, every label as read, and where each known column stands. */
export type Header = {
  readonly line: number;
  /** How many rows the header takes: two when sub-headers (J1, J2) stand below merged cells. */
  readonly height: number;
  readonly labels: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
  readonly duplicated: readonly string[];
};

const DEEPEST = 60;
const FEWEST = 3;
const SUB_LABEL = /^(j|jour|day)? ?\d{1,2}$|\d{4}/;

const keyOf = (specs: readonly ColumnSpec[], label: string): string | undefined =>
  specs.find(({ reads }) => reads.test(foldLabel(label)))?.key;

const labelsOf = (row: Row): string[] => row.map((cell) => textOf(cell) ?? '');

const knownIn = (specs: readonly ColumnSpec[], row: Row): number =>
  new Set(labelsOf(row).flatMap((label) => (label === '' ? [] : (keyOf(specs, label) ?? [])))).size;

const isSubLabel = (above: Cell | undefined, below: Cell | undefined): boolean => {
  const text = textOf(below);
  return text === null || text === textOf(above) || SUB_LABEL.test(foldLabel(text));
};

const continues = (above: Row, below: Row): boolean =>
  below.some((cell, index) => textOf(cell) !== null && textOf(cell) !== textOf(above[index])) &&
  below.every((cell, index) => isSubLabel(above[index], cell));

const joined = (above: Row, below: Row): string[] =>
  Array.from({ length: Math.max(above.length, below.length) }, (_, index) => {
    const [top, bottom] = [textOf(above[index]) ?? '', textOf(below[index]) ?? ''];
    return bottom === '' || bottom === top ? top : `${top} ${bottom}`.trim();
  });

const place = (specs: readonly ColumnSpec[], labels: readonly string[]) => {
  const positions = new Map<string, number>();
  const duplicated: string[] = [];
  labels.forEach((label, index) => {
    const key = label === '' ? undefined : keyOf(specs, label);
    if (key !== undefined && positions.has(key)) duplicated.push(label);
    else if (key !== undefined) positions.set(key, index);
  });
  return { positions, duplicated };
};

/** The row that knows the most of these columns, three at least; undefined when there is none. */
export const findHeader = (specs: readonly ColumnSpec[], { rows }: Sheet): Header | undefined => {
  const scores = rows.slice(0, DEEPEST).map((row) => knownIn(specs, row));
  const best = Math.max(0, ...scores);
  if (best < FEWEST) return undefined;
  const index = scores.indexOf(best);
  const [row = [], below = []] = rows.slice(index, index + 2);
  const height = continues(row, below) ? 2 : 1;
  const labels = height === 2 ? joined(row, below) : labelsOf(row);
  return { line: index + 1, height, labels, ...place(specs, labels) };
};

/** The labels of the required columns a header lacks. */
export const missingColumns = (specs: readonly ColumnSpec[], { positions }: Header): readonly string[] =>
  specs.filter(({ key, required }) => required && !positions.has(key)).map(({ label }) => label);
