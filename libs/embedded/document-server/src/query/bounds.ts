import { isDoc, type Doc } from '../values/document';
import { compareValues, identity } from '../values/compare';
import { rankOf, RANK } from '../values/order-key';

export interface Edge {
  readonly value: unknown;
  readonly inclusive: boolean;
}

/** What a filter demands of one path, widened rather than narrowed where an index could not say it exactly. */
export interface Bounds {
  /** the value is one of these, in order */
  readonly points?: readonly unknown[];
  readonly low?: Edge;
  readonly high?: Edge;
}

const usable = (value: unknown): boolean =>
  !(value instanceof RegExp) && ![RANK.array, RANK.regex].includes(rankOf(value) as 25 | 50);

const distinct = (values: readonly unknown[]): readonly unknown[] =>
  [...new Map(values.map((value) => [identity(value), value])).values()].sort(compareValues);

const fromOperator = (name: string, operand: unknown): Bounds => {
  if (name === '$in' && Array.isArray(operand))
    return operand.every(usable) ? { points: distinct(operand) } : {};
  if (!['$eq', '$gt', '$gte', '$lt', '$lte'].includes(name) || !usable(operand)) return {};
  const inclusive = name.endsWith('e');
  if (name === '$eq') return { points: [operand] };
  return name.startsWith('$g')
    ? { low: { value: operand, inclusive } }
    : { high: { value: operand, inclusive } };
};

// the first of a kind is kept: the filter itself is tested afterwards
const joined = (a: Bounds, b: Bounds): Bounds => {
  const fewest = [a.points, b.points]
    .filter((points) => points !== undefined)
    .sort((x, y) => x.length - y.length)[0];
  const low = a.low ?? b.low;
  const high = a.high ?? b.high;
  return { ...(fewest && { points: fewest }), ...(low && { low }), ...(high && { high }) };
};

/** Bounds by path of a prepared filter: its own fields and those of its `$and`s. */
export const boundsOf = (filter: Doc): ReadonlyMap<string, Bounds> => {
  const found = new Map<string, Bounds>();
  const visit = (clause: Doc): void => {
    for (const [path, condition] of Object.entries(clause)) {
      if (path === '$and') (condition as readonly Doc[]).forEach(visit);
      else if (!path.startsWith('$') && isDoc(condition)) {
        const all = Object.entries(condition).map(([name, operand]) => fromOperator(name, operand));
        found.set(path, all.reduce(joined, found.get(path) ?? {}));
      }
    }
  };
  visit(filter);
  return found;
};
