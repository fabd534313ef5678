import type { Bar, Bench, Ratio, Unit } from './bench';

export type Measured =
  | { readonly bench: Bench; readonly kind: 'ratio'; readonly ratio: Ratio }
  | { readonly bench: Bench; readonly kind: 'failed'; readonly reason: string };

export type Verdict = 'met' | 'short' | 'told' | 'failed';

const reaches = (bar: Exclude<Bar, 'told'>, ratio: number): boolean =>
  'atLeast' in bar ? ratio >= bar.atLeast : ratio <= bar.atMost;

export const verdictOf = (measured: Measured): Verdict => {
  if (measured.kind === 'failed') return 'failed';
  const { bar } = measured.bench;
  if (bar === 'told') return 'told';
  return reaches(bar, measured.ratio.ratio.median) ? 'met' : 'short';
};

const barText = (bar: Bar): string => {
  if (bar === 'told') return '';
  return 'atLeast' in bar ? `≥ ${bar.atLeast}` : `≤ ${bar.atMost}`;
};

const valueText = (value: number, unit: Unit): string =>
  unit === '/s' ? `${Math.round(value).toLocaleString('en-US')}/s` : `${value.toFixed(2)} ${unit}`;

// where the work is done by processes nobody watched, there is nothing to tell
const cpuText = (ms: number): string => (Number.isNaN(ms) ? '–' : ms.toFixed(ms < 10 ? 3 : 0));

const HEADERS = ['id', 'what', 'numerator', 'denominator', 'ratio [IQR]', 'CPU ms/op', 'bar', ''] as const;

const cellsOf = (measured: Measured): readonly string[] => {
  const { id, title, bar } = measured.bench;
  const verdict = verdictOf(measured);
  if (measured.kind === 'failed')
    return [id, title, '', '', measured.reason.slice(0, 80), '', barText(bar), verdict];
  const { numerator, denominator, ratio, unit } = measured.ratio;
  return [
    ...[id, title, valueText(numerator.value, unit), valueText(denominator.value, unit)],
    `${ratio.median.toFixed(2)} [${ratio.q1.toFixed(2)}–${ratio.q3.toFixed(2)}]`,
    [numerator, denominator]
      .map(({ cpuMs }) => cpuText(cpuMs))
      .join(' / ')
      .trim(),
    ...[barText(bar), verdict],
  ];
};

/** Rows as a table of Markdown, its columns aligned the way prettier writes them. */
export const alignedTable = (headers: readonly string[], rows: readonly (readonly string[])[]): string => {
  const escaped = [headers, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = headers.map((_header, column) =>
    Math.max(3, ...escaped.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...body] = escaped;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
};

const noteLines = (all: readonly Measured[]): readonly string[] =>
  all.flatMap((one) =>
    one.kind === 'ratio' && one.ratio.notes.length > 0
      ? [`- ${one.bench.id}: ${one.ratio.notes.join('; ')}.`]
      : [],
  );

/** The figures of a run, and below them what else was noticed. */
export const resultsTable = (all: readonly Measured[]): string => {
  const notes = noteLines(all);
  const table = alignedTable(HEADERS, all.map(cellsOf));
  return notes.length === 0 ? table : [table, '', ...notes].join('\n');
};
