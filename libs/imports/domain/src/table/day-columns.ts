import { refuseFile, type Refusal } from '../recognition';
import { readDay } from '../values/days';
import { foldLabel } from './columns';
import type { Header } from './header';

type DayLabel = { readonly number: number } | { readonly day: string } | 'unnumbered';

const WORDS = '(?:emargements?|signatures?|presences?|presente?s?|attendance|signed)';
const NUMBERED = new RegExp(
  `^(?:${WORDS} )?(?:du |de |on )?(?:j|jour|day) ?0?(\\d{1,2})$|^${WORDS} 0?(\\d{1,2})$`,
);
const UNNUMBERED = new RegExp(`^${WORDS}$`);
const BEFORE_DATE = /^\s*(?:é|e)?[a-zéè]*\s*(?:du|de|on|le)?\s*[:(]?\s*/i;

const dayLabel = (label: string): DayLabel | undefined => {
  const folded = foldLabel(label);
  const numbered = NUMBERED.exec(folded);
  if (numbered) return { number: Number(numbered[1] ?? numbered[2]) };
  if (UNNUMBERED.test(folded)) return 'unnumbered';
  const day = readDay(label.replace(BEFORE_DATE, '').replace(/\)$/, ''));
  return day === undefined ? undefined : { day };
};

const dayOf = (label: DayLabel | undefined, days: readonly string[]): string | undefined => {
  if (label === undefined) return undefined;
  if (label === 'unnumbered') return days.length === 1 ? days[0] : '';
  return 'day' in label ? label.day : (days[label.number - 1] ?? '');
};

const unmatched = (label: string): Refusal => refuseFile('unmatched-day-columns', { columns: [label] });

/** The header with a column `day:<day>` for every day; refused when a day has no column or a column no day. */
export const withDayColumns = (header: Header, days: readonly string[]): Header | Refusal => {
  const positions = new Map(header.positions);
  const placed = new Set(positions.values());
  for (const [index, label] of header.labels.entries()) {
    const day = placed.has(index) ? undefined : dayOf(dayLabel(label), days);
    if (day === undefined) continue;
    if (!days.includes(day)) return unmatched(label);
    if (positions.has(`day:${day}`)) return refuseFile('duplicate-column', { columns: [label] });
    positions.set(`day:${day}`, index);
  }
  const missing = days.flatMap((day, index) =>
    positions.has(`day:${day}`) ? [] : [`Émargement J${index + 1}`],
  );
  return missing.length > 0 ? refuseFile('missing-column', { columns: missing }) : { ...header, positions };
};
