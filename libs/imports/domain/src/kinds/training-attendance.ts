import { column, mapped, record, type Field } from '../fields';
import { identityOf } from '../identity';
import { read, unread, type Parse } from '../parsed';
import type { Problem } from '../problem';
import { refuseFile, type Refusal } from '../recognition';
import { columns, foldLabel, optional } from '../table/columns';
import { withDayColumns } from '../table/day-columns';
import { valueOf, type Head } from '../table/head';
import { groupOf, listOf, take, takeCommune } from '../table/head-values';
import type { Header } from '../table/header';
import type { KindSpec } from '../table/kind-spec';
import { optionalText } from '../values/cells';
import { readDays } from '../values/days';
import { score } from '../values/score';
import { signature, type Signature } from '../values/signature';
import { trainingTheme, type TrainingTheme } from '../values/theme';
import { attendee, personColumns, personKey, type Attendee } from './person';

export type TrainingHead = {
  readonly title: string | null;
  readonly communeCode: string;
  /** In order, without gaps or repeats. */
  readonly days: readonly string[];
  readonly group: number | null;
  readonly themes: readonly TrainingTheme[];
};

export type TrainingRow = Attendee & {
  readonly neighbourhood: string | null;
  readonly days: readonly { readonly day: string; readonly status: Signature }[];
  /** Results out of `max`; null when the test was not taken. */
  readonly pre: number | null;
  readonly post: number | null;
  readonly max: number;
};

const USUAL_MAXIMUM = 20;

const daysIn: Parse<readonly string[]> = (cell) => {
  const days = readDays(String(cell));
  return days === undefined ? unread('unreadable-date') : read(days);
};

const maximumIn = ({ positions, labels }: Header, key: string): number | undefined => {
  const found = /(\d+)$/.exec(foldLabel(labels[positions.get(key) ?? -1] ?? ''));
  return found ? Number(found[1]) : undefined;
};

const maximumOf = (header: Header): { maximum: number; warnings: readonly Problem[] } | Refusal => {
  const [maximum, ...others] = new Set(['pre', 'post'].flatMap((key) => maximumIn(header, key) ?? []));
  if (others.length > 0) return refuseFile('maxima-differ');
  if (maximum !== undefined) return { maximum, warnings: [] };
  const warning: Problem = {
    code: 'assumed-maximum',
    column: columns.pre.label,
    value: String(USUAL_MAXIMUM),
  };
  return { maximum: USUAL_MAXIMUM, warnings: header.positions.has('pre') ? [warning] : [] };
};

const themesOf = (head: Head): { themes: readonly TrainingTheme[]; warnings: readonly Problem[] } => {
  const found = valueOf(head, /^(themes?|thematiques?|modules?|topics?)$/);
  const texts = found.kind === 'one' ? listOf(found.value) : [];
  const unknown = texts.filter((text) => trainingTheme(text) === undefined);
  return {
    themes: [...new Set(texts.map((text) => trainingTheme(text) ?? 'AUTRE'))],
    warnings: unknown.map((value) => ({ code: 'unknown-theme', column: columns.theme.label, value })),
  };
};

const signatures = (days: readonly string[]): Field<TrainingRow['days']> =>
  mapped(
    record(Object.fromEntries(days.map((day) => [day, column(`day:${day}`, signature)]))),
    (byDay: Readonly<Record<string, Signature>>) =>
      days.flatMap((day) => (byDay[day] === undefined ? [] : [{ day, status: byDay[day] }])),
  );

const rowOf = (days: readonly string[], max: number): Field<TrainingRow> =>
  mapped(
    record({
      attendee,
      neighbourhood: column('neighbourhood', optionalText),
      days: signatures(days),
      pre: column('pre', score(max)),
      post: column('post', score(max)),
    }),
    ({ attendee: who, ...rest }) => ({ ...who, ...rest, max }),
  );

export const trainingAttendance: KindSpec<TrainingHead, TrainingRow> = {
  columns: [
    ...personColumns,
    columns.neighbourhood,
    columns.phone,
    columns.pre,
    columns.post,
    optional({ ...columns.communeCode, key: 'commune' }),
  ],
  open: (head, found) => {
    const commune = takeCommune(head);
    if (commune.kind === 'refused') return commune;
    const days = take(head, /^(dates?|jours?|periode|days?|date de (la )?formation)$/, daysIn, {
      missing: 'missing-dates',
      unreadable: 'unreadable-dates',
    });
    if (days.kind === 'refused') return days;
    const header = withDayColumns(found, days.value);
    if ('kind' in header) return header;
    const scale = maximumOf(header);
    if ('kind' in scale) return scale;
    const { themes, warnings } = themesOf(head);
    const opened: TrainingHead = {
      title: head.title,
      communeCode: commune.value,
      days: days.value,
      group: groupOf(head),
      themes,
    };
    return {
      kind: 'opened',
      head: opened,
      header,
      warnings: [...warnings, ...scale.warnings],
      row: rowOf(days.value, scale.maximum),
      identity: ({ code }) =>
        identityOf('training-attendance', opened.communeCode, days.value.join(','), opened.group, code),
      key: personKey,
    };
  },
};
