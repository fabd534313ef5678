import type { Collection, Index } from '../store/catalogue';
import type { KeyRange } from '../store/key-range';
import { recordsOf } from '../store/records';
import { isDoc, type Doc } from '../values/document';
import { alternativesOf, type Demands } from './bounds';
import { candidate, type Shape } from './candidate';
import type { SortFields } from './sort';

/** How a query reaches its documents. */
export interface Plan {
  readonly stage: 'COLLSCAN' | 'IDHACK' | 'IXSCAN';
  readonly index?: Index;
  /** disjoint and in scanning order */
  readonly ranges: readonly KeyRange[];
  /** each range holds the one key it begins with */
  readonly exact: boolean;
  readonly sorted: boolean;
  /** what of the filter is left to be tested */
  readonly rest: Doc;
}

const PRIMARY: Shape = {
  id: 0,
  name: '_id_',
  fields: [{ path: '_id', direction: 1 }],
  multikey: false,
  unique: true,
};

/** One index as the way to all alternatives of a filter. */
interface Way {
  readonly shape: Shape;
  /** fields whose values every alternative knows */
  readonly known: number;
  readonly ranges: readonly KeyRange[];
  readonly order: 'forward' | 'reverse' | undefined;
  readonly score: number;
}

const orderOf = (shape: Shape, fixed: (path: string) => boolean, sort: SortFields): Way['order'] => {
  if (sort.length === 0 || shape.multikey) return undefined;
  const wanted = sort.filter(({ path }) => !fixed(path));
  const offered = shape.fields.filter(({ path }) => !fixed(path));
  const steps = wanted.map(({ path, direction }, at) => {
    const field = offered[at];
    return path === field?.path ? direction * field.direction : 0;
  });
  if (steps.every((step) => step === 1)) return 'forward';
  return steps.every((step) => step === -1) ? 'reverse' : undefined;
};

/** Ascending and disjoint ranges that hold the same keys. */
const united = (ranges: readonly KeyRange[]): readonly KeyRange[] => {
  const ascending = [...ranges].sort((a, b) => Buffer.compare(a.from, b.from));
  const kept: KeyRange[] = [];
  for (const range of ascending) {
    const last = kept.at(-1);
    if (last === undefined || Buffer.compare(last.to, range.from) <= 0) kept.push(range);
    else if (Buffer.compare(last.to, range.to) < 0) kept[kept.length - 1] = { ...last, to: range.to };
  }
  return kept;
};

const wayBy = (
  collection: Collection,
  shape: Shape,
  alternatives: readonly Demands[],
  sort: SortFields,
): Way => {
  const each = alternatives.map((demands) => candidate(collection, shape, demands));
  const fixed = (path: string): boolean => {
    const value = each[0]?.fixed.get(path);
    return value !== undefined && each.every((other) => other.fixed.get(path) === value);
  };
  const order = orderOf(shape, fixed, sort);
  const narrowing = Math.min(...each.map(({ known, narrowed }) => known * 4 + (narrowed ? 2 : 0)));
  const [only] = each;
  return {
    shape,
    known: Math.min(...each.map(({ known }) => known)),
    ranges: each.length === 1 && only ? only.ranges : united(each.flatMap(({ ranges }) => ranges)),
    order,
    score: narrowing + (order ? 1 : 0),
  };
};

const wholeScan = (collection: Collection, rest: Doc, sort: SortFields): Plan => ({
  stage: 'COLLSCAN',
  ranges: [recordsOf(collection)],
  exact: false,
  sorted: sort.length === 0,
  rest,
});

const inOrder = ({ ranges, order }: Way): readonly KeyRange[] =>
  order === 'reverse' ? ranges.map((range) => ({ ...range, reverse: true })).reverse() : ranges;

const planBy = (collection: Collection, way: Way, rest: Doc, sort: SortFields): Plan => {
  const index = collection.indexes.find(({ id }) => id === way.shape.id);
  return {
    stage: index === undefined && way.known > 0 ? 'IDHACK' : 'IXSCAN',
    ...(index && { index }),
    ranges: inOrder(way),
    exact: way.shape.unique && way.known === way.shape.fields.length,
    sorted: sort.length === 0 || way.order !== undefined,
    rest,
  };
};

const isSole = (others: Doc, sort: SortFields): boolean =>
  Object.keys(others).length === 0 && sort.length === 0;

const isKnown = (_id: unknown): _id is Doc => isDoc(_id) && ('$eq' in _id || '$in' in _id);

/** By `_id`s alone, where nothing can be narrower: one of them, or nothing else is asked. */
const planById = (collection: Collection, filter: Doc, sort: SortFields): Plan | undefined => {
  const { _id, ...others } = filter;
  if (!isKnown(_id)) return undefined;
  const way = wayBy(collection, PRIMARY, alternativesOf({ _id }), sort);
  const single = way.ranges.length === 1;
  if (way.known === 0 || !(single || isSole(others, sort))) return undefined;
  // a second operator is not in the ranges
  const rest = Object.keys(_id).length === 1 ? others : filter;
  const plan = planBy(collection, way, rest, sort);
  return single ? { ...plan, sorted: true } : plan;
};

/** The narrowest way to a prepared filter's documents; ties go to an index that also gives the order. */
export const planFor = (collection: Collection, filter: Doc, sort: SortFields): Plan => {
  const byId = planById(collection, filter, sort);
  if (byId !== undefined) return byId;
  const alternatives = alternativesOf(filter);
  const shapes: readonly Shape[] = [PRIMARY, ...collection.indexes];
  const ways = shapes.map((shape) => wayBy(collection, shape, alternatives, sort));
  const best = ways.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score === 0 ? wholeScan(collection, filter, sort) : planBy(collection, best, filter, sort);
};
