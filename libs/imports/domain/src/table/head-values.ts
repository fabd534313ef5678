import { refuseFile, type Refusal, type RefusalCode } from '../recognition';
import type { Parse } from '../parsed';
import { fold } from '../text';
import { optionalCode } from '../values/cells';
import { valueOf, type Head } from './head';

export type Taken<T> = { readonly kind: 'taken'; readonly value: T } | Refusal;

export const taken = <T>(value: T): Taken<T> => ({ kind: 'taken', value });

type Codes = { readonly missing: RefusalCode; readonly unreadable: RefusalCode };

/** The value of a head line through a parser; refused when missing, unreadable or said in two ways. */
export const take = <T>(head: Head, label: RegExp, parse: Parse<T | null>, codes: Codes): Taken<T> => {
  const found = valueOf(head, label);
  if (found.kind === 'none') return refuseFile(codes.missing);
  if (found.kind === 'several') return refuseFile('ambiguous-head');
  const parsed = parse(found.value);
  if (!parsed.ok) return refuseFile(codes.unreadable, { value: found.value });
  return parsed.value === null ? refuseFile(codes.missing) : taken(parsed.value);
};

const P_CODE = /\bML\d{6,8}\b/g;

/** The commune of a head: « Code commune : … », or the one Malian P-code that stands in it. */
export const takeCommune = (head: Head): Taken<string> => {
  const labelled = take(head, /^(code (de la )?commune|commune code|p ?code|code)$/, optionalCode, {
    missing: 'missing-commune-code',
    unreadable: 'unreadable-commune-code',
  });
  if (labelled.kind === 'taken' || labelled.code !== 'missing-commune-code') return labelled;
  const codes = new Set(head.text.toUpperCase().match(P_CODE));
  const [code] = codes;
  return code !== undefined && codes.size === 1 ? taken(code) : labelled;
};

const GROUP = /\b(?:groupe|group|cohorte|cohort) (?:n )?(\d{1,3}|[ivx]{1,5})\b/;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** The number of the group in the head; null when there is none. */
export const groupOf = ({ text }: Head): number | null => {
  const found = GROUP.exec(fold(text))?.[1];
  if (found === undefined) return null;
  return /^\d+$/.test(found) ? Number(found) : ROMAN.indexOf(found) + 1 || null;
};

/** The parts of a list in a head line, separated by semicolons or, without any, by commas. */
export const listOf = (value: string): readonly string[] =>
  value
    .split(value.includes(';') ? ';' : ',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
