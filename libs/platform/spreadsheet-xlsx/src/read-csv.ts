import { parse } from 'csv-parse/sync';
import type { Cell, ReadLimits, Sheet } from '@benkan/spreadsheet';
import { decodeText } from './decode-text';
import { Refused } from './refused';

const DELIMITERS = [';', ',', '\t'] as const;
const SAMPLE = 50;

type Records = readonly (readonly string[])[];

const parseWith = (text: string, delimiter: string, to: number): Records => {
  try {
    const options = { delimiter, to, relax_column_count: true, relax_quotes: true, skip_empty_lines: false };
    return parse(text, options) as unknown as Records;
  } catch {
    throw new Refused('not-a-spreadsheet', 'Un guillemet ouvert n’est jamais fermé.');
  }
};

const sampleWith = (text: string, delimiter: string): Records => {
  try {
    return parseWith(text, delimiter, SAMPLE);
  } catch {
    return [];
  }
};

// the separator on which most lines agree; title lines have their own number of cells
const agreement = (records: Records): number => {
  const lines = new Map<number, number>();
  for (const { length } of records) if (length > 1) lines.set(length, (lines.get(length) ?? 0) + 1);
  return Math.max(0, ...[...lines].map(([width, count]) => (width - 1) * count));
};

const findDelimiter = (text: string): string => {
  const scored = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: agreement(sampleWith(text, delimiter)),
  }));
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left));
  // one lone separator in a text is punctuation
  if (best.score < 2)
    throw new Refused('not-a-spreadsheet', 'Aucun tableau : ni point-virgule, ni virgule, ni tabulation.');
  return best.delimiter;
};

const cellsOf = (record: readonly string[]): Cell[] => record.map((text) => (text === '' ? null : text));

/** One sheet from a CSV in any of three separators and three encodings. Cells stay text. Blank lines keep their place. */
export const readCsv = (bytes: Uint8Array, limits: ReadLimits): Sheet => {
  if (bytes.byteLength > limits.inflatedBytes)
    throw new Refused('inflates-too-large', 'Le fichier est trop grand.');
  const text = decodeText(bytes);
  if (text.trim() === '') throw new Refused('empty-file', 'Le fichier ne contient aucun texte.');
  const records = parseWith(text, findDelimiter(text), limits.rows + 1);
  const rows = records.slice(0, records.findLastIndex((record) => record.some((cell) => cell !== '')) + 1);
  if (rows.length > limits.rows) throw new Refused('too-many-rows', `Plus de ${limits.rows} lignes.`);
  if (rows.some(({ length }) => length > limits.columns))
    throw new Refused('too-many-columns', `Plus de ${limits.columns} colonnes.`);
  return { name: 'CSV', rows: rows.map(cellsOf) };
};
