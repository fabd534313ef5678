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

/** Bounds by path that hold together. */
export type Demands = ReadonlyMap<string, Bounds>;

// beyond, an `$or` is only tested
const MOST_ALTERNATIVES = 64;

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

// of two types nothing meets both edges: either will do
const tighter = (a: Edge | undefined, b: Edge | undefined, inwards: 1 | -1): Edge | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  if (rankOf(a.value) !== rankOf(b.value)) return a;
  const order = compareValues(a.value, b.value) * inwards;
  return order > 0 || (order === 0 && !a.inclusive) ? a : b;
};

const joined = (a: Bounds, b: Bounds): Bounds => {
  const fewest = [a.points, b.points]
    .filter((points) => points !== undefined)
    .sort((x, y) => x.length - y.length)[0];
  const low = tighter(a.low, b.low, 1);
  const high = tighter(a.high, b.high, -1);
  return { ...(fewest && { points: fewest }), ...(low && { low }), ...(high && { high }) };
};

const together = (a: Demands, b: Demands): Demands => {
  if (a.size === 0) return b;
  const both = new Map(a);
  for (const [path, bounds] of b) both.set(path, joined(both.get(path) ?? {}, bounds));
  return both;
};

const eachWithEach = (a: readonly Demands[], b: readonly Demands[]): readonly Demands[] =>
  a.length * b.length > MOST_ALTERNATIVES ? a : a.flatMap((one) => b.map((other) => together(one, other)));

const demandsOf = (path: string, condition: unknown): readonly Demands[] => {
  if (path.startsWith('$') || !isDoc(condition)) return [];
  const all = Object.entries(condition).map(([name, operand]) => fromOperator(name, operand));
  return [new Map([[path, all.reduce(joined, {})]])];
};

/**
 * What a prepared filter demands, as alternatives of which each document that matches meets one: its own fields
 * and those of its `$and`s, in each branch of its `$or`s.
 */
export const alternativesOf = (filter: Doc): readonly Demands[] => {
  let found: readonly Demands[] = [new Map()];
  for (const [path, condition] of Object.entries(filter)) {
    const clauses =
      path === '$and' || path === '$or' ? (condition as readonly Doc[]).map(alternativesOf) : [];
    if (path === '$or') found = eachWithEach(found, clauses.flat());
    else if (path === '$and') found = clauses.reduce(eachWithEach, found);
    else found = demandsOf(path, condition).reduce((all, one) => eachWithEach(all, [one]), found);
  }
  return found;
};
