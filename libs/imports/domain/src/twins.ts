import type { Gathered, View } from './fields';
import { problemOf } from './parsed';
import type { RowDraft } from './recognition';
import type { Opened } from './table/kind-spec';
import { textOf } from './text';

/** A data row before the rows of the file are compared with each other. */
export type Candidate<V> = { readonly line: number; readonly view: View; readonly gathered: Gathered<V> };

type Rules<V> = Pick<Opened<unknown, V>, 'identity' | 'key'>;
type Twin<V> = { readonly line: number; readonly view: View; readonly values: V };

/** The rows that are the same by identity: the first line, and the columns in which they differ. */
type Twins = { readonly first: number; readonly differing: readonly string[] };

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const settle = <V>(twins: readonly Twin<V>[]): Twins => {
  const [first] = twins;
  const { line = 0, view } = first ?? {};
  if (view === undefined || twins.every(({ values }) => same(values, first?.values)))
    return { first: line, differing: [] };
  const textAt = (key: string) => new Set(twins.map((twin) => textOf(twin.view.cell(key))));
  return { first: line, differing: view.keys.filter((key) => textAt(key).size > 1) };
};

const nameOf = <V>(values: V, { identity, key }: Rules<V>): string => identity(values) ?? key(values);

const groupByIdentity = <V>(
  candidates: readonly Candidate<V>[],
  rules: Rules<V>,
): ReadonlyMap<string, Twins> => {
  const groups = new Map<string, Twin<V>[]>();
  for (const { line, view, gathered } of candidates) {
    if (!gathered.ok) continue;
    const name = nameOf(gathered.value, rules);
    const group = groups.get(name) ?? [];
    if (group.length === 0) groups.set(name, group);
    group.push({ line, view, values: gathered.value });
  }
  return new Map([...groups].map(([name, twins]) => [name, settle(twins)]));
};

/**
 * The same row twice is one row and a duplicate. Rows that are the same by identity and differ in a value are all
 * refused: which of them is right cannot be known.
 */
export const settleTwins = <V>(
  candidates: readonly Candidate<V>[],
  rules: Rules<V>,
): readonly RowDraft<V>[] => {
  const groups = groupByIdentity(candidates, rules);
  return candidates.map(({ line, view, gathered }): RowDraft<V> => {
    if (!gathered.ok) return { line, kind: 'refused', problems: gathered.problems };
    const { first, differing } = groups.get(nameOf(gathered.value, rules)) ?? { first: line, differing: [] };
    const problems = differing.map((key) =>
      problemOf('differs-within-file', view.label(key), view.cell(key)),
    );
    if (problems.length > 0) return { line, kind: 'refused', problems };
    if (first !== line) return { line, kind: 'duplicate', of: first };
    const identity = rules.identity(gathered.value);
    return { line, kind: 'row', identity, values: gathered.value, warnings: gathered.warnings };
  });
};
