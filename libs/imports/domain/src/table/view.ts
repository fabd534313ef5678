import type { View } from '../fields';
import type { Row } from '../sheet';
import type { ColumnSpec } from './columns';
import type { Header } from './header';

/** A row through its header. A column the sheet does not have reads as blank, under its usual label. */
export const viewOf = (row: Row, { positions, labels }: Header, specs: readonly ColumnSpec[]): View => {
  const at = (key: string): number => positions.get(key) ?? -1;
  return {
    keys: [...positions.keys()].filter((key) => key !== 'ordinal'),
    cell: (key) => row[at(key)] ?? null,
    label: (key) => labels[at(key)] ?? specs.find((spec) => spec.key === key)?.label ?? key,
  };
};
