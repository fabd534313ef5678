import type { IndicatorItem } from '@benkan/contracts/analytics';

export const WINDOW = { from: '2024-11-01', to: '2025-01-31' } as const;

type Row = readonly string[];

const number = (value: number | undefined): string => (value === undefined ? '–' : String(value));
const decimal = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : String(value).replace('.', ',');
const percent = (item: IndicatorItem | undefined): string =>
  item?.value === null || item === undefined ? '–' : `${(item.value * 100).toFixed(2).replace('.', ',')} %`;
const counted = (item: IndicatorItem | undefined): string =>
  item === undefined ? '–' : `${item.numerator} (${percent(item)})`;
const outOf = (item: IndicatorItem | undefined): string =>
  item === undefined ? '–' : `${item.numerator}/${item.denominator ?? '–'}`;

const HEADER: Row = [
  '',
  'Formés',
  'Terminé',
  'Femmes',
  'Jeunes 15-35',
  'FSI',
  'Réunions stat.',
  'Recomm.',
  'Vérifiées',
  'Gain',
];

const rowOf = (name: string, items: readonly IndicatorItem[]): Row => {
  const of = (code: IndicatorItem['code']) => items.find((item) => item.code === code);
  const [meetings, trained, gain] = [of('IND-01'), of('IND-03'), of('IND-20')];
  return [
    name,
    number(trained?.numerator),
    number(trained?.details['completed']),
    counted(of('IND-04')),
    counted(of('IND-05')),
    counted(of('IND-06')),
    number(meetings?.details['statutoryMeetings']),
    number(of('IND-12')?.numerator),
    outOf(of('IND-14')),
    percent(gain),
  ];
};

const lined = (rows: readonly Row[]): readonly string[] => {
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const padded = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(padded).join('  ')}`);
};

const of = (items: readonly IndicatorItem[], level: IndicatorItem['territory']['level']) => {
  const territories = new Map<string, IndicatorItem[]>();
  for (const item of items)
    if (item.territory.level === level)
      territories.set(item.territory.id, [...(territories.get(item.territory.id) ?? []), item]);
  return [...territories.values()];
};

/** The published figures as a table for a terminal: communes, then the country. */
export const figuresTable = (items: readonly IndicatorItem[]): readonly string[] => {
  const communes = of(items, 'COMMUNE').map((found) => rowOf(found[0]?.territory.name ?? '', found));
  const [country] = of(items, 'COUNTRY').map((found) => rowOf('Ensemble', found));
  const table = lined([HEADER, ...communes, ...(country === undefined ? [] : [country])]);
  const national = (code: IndicatorItem['code']) =>
    items.find((item) => item.code === code && item.territory.level === 'COUNTRY');
  return [
    `  Du ${WINDOW.from} au ${WINDOW.to}, données synthétiques de démonstration`,
    '',
    ...table,
    '',
    `  Réunions statutaires dans ${outOf(national('IND-02'))} communes ; mois tenus ${outOf(national('IND-01'))} ; participations ${number(national('IND-03')?.details['participations'])}`,
    `  Gain moyen ${decimal(national('IND-20')?.value)} sur ${number(national('IND-20')?.details['pairs'])} paires de tests`,
  ];
};
