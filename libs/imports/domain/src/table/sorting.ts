import type { Row } from '../sheet';
import { fold, textOf } from '../text';
import type { Header } from './header';

export type SkippedBecause = 'blank' | 'total' | 'header' | 'note';

const TOTAL = /^((sous|grand) )?tota(l|ux)\b|^ensemble$|^s total\b/;

const isTotal = (text: string): boolean => /[a-z]/i.test(text) && TOTAL.test(fold(text));

const isRepeatedHeader = (texts: readonly (string | null)[], { labels }: Header): boolean =>
  texts.filter((text, index) => text !== null && text.toLowerCase() === labels[index]?.toLowerCase())
    .length >= 3;

// a remark merged over the table, « Fait à Bamako… »
const isNote = (texts: readonly string[]): boolean => texts.length >= 3 && new Set(texts).size === 1;

/** Why a row below the header is no data; undefined when it is. A line with nothing but its number is blank. */
export const skippedBecause = (row: Row, header: Header): SkippedBecause | undefined => {
  const ordinal = header.positions.get('ordinal');
  const texts = row.map((cell) => textOf(cell));
  const filled = texts.flatMap((text, index) => (text === null ? [] : [{ text, index }]));
  const [first] = filled;
  if (first && isTotal(first.text)) return 'total';
  const known = new Set(header.positions.values());
  const data = filled.filter(({ index }) => index !== ordinal && known.has(index));
  if (data.length === 0)
    return filled.some(({ index, text }) => index !== ordinal || !/^\d+$/.test(text)) ? 'note' : 'blank';
  if (isRepeatedHeader(texts, header)) return 'header';
  return isNote(filled.map(({ text }) => text)) ? 'note' : undefined;
};
