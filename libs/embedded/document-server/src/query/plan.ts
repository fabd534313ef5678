import type { Collection, Index, IndexField } from '../store/catalogue';
import { after, type KeyRange } from '../store/key-range';
import { recordsOf } from '../store/records';
import type { Doc } from '../values/document';
import { rankOf } from '../values/order-key';
import { boundsOf, type Bounds, type Edge } from './bounds';
import { candidate, extended, type Candidate, type Shape } from './candidate';
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
}

const PRIMARY: Shape = {
  id: 0,
  name: '_id_',
  fields: [{ path: '_id', direction: 1 }],
  multikey: false,
  unique: true,
};

// one type: a range meets no other
const bracket = (prefix: Buffer, { value }: Edge, { direction }: IndexField): KeyRange => {
  const rank = Buffer.from([direction === 1 ? rankOf(value) : ~rankOf(value)]);
  const start = Buffer.concat([prefix, rank]);
  return { from: start, to: after(start) };
};

const narrowed = (prefix: Buffer, { low, high }: Bounds, field: IndexField): KeyRange => {
  const edge = low ?? high;
  if (edge === undefined) return { from: prefix, to: after(prefix) };
  const whole = bracket(prefix, edge, field);
  const cut = ({ value }: Edge, past: boolean): Buffer => {
    const point = extended(prefix, value, field);
    return past ? after(point) : point;
  };
  const [first, last] = field.direction === 1 ? [low, high] : [high, low];
  return {
    from: first ? cut(first, !first.inclusive) : whole.from,
    to: last ? cut(last, last.inclusive) : whole.to,
  };
};

// two elements of one array may meet one edge each
const usable = ({ low, high }: Bounds, multikey: boolean): Bounds =>
  multikey && low !== undefined ? { low } : { ...(low && { low }), ...(high && { high }) };

const rangesOf = ({ shape, prefixes, next, range, order }: Candidate): readonly KeyRange[] => {
  const field = shape.fields[next];
  const bounds = usable(range ?? {}, shape.multikey);
  const ranges = prefixes.map((prefix) =>
    field ? narrowed(prefix, bounds, field) : { from: prefix, to: after(prefix) },
  );
  const nonEmpty = ranges.filter(({ from, to }) => Buffer.compare(from, to) < 0);
  return order === 'reverse' ? nonEmpty.map((each) => ({ ...each, reverse: true })) : nonEmpty;
};

const wholeScan = (collection: Collection, sort: SortFields): Plan => ({
  stage: 'COLLSCAN',
  ranges: [recordsOf(collection)],
  exact: false,
  sorted: sort.length === 0,
});

/** The narrowest way to a prepared filter's documents; ties go to an index that also gives the order. */
export const planFor = (collection: Collection, filter: Doc, sort: SortFields): Plan => {
  const bounds = boundsOf(filter);
  const shapes: readonly Shape[] = [PRIMARY, ...collection.indexes];
  const candidates = shapes.map((shape) => candidate(collection, shape, bounds, sort));
  const best = candidates.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score === 0) return wholeScan(collection, sort);
  const index = collection.indexes.find(({ id }) => id === best.shape.id);
  return {
    stage: index === undefined && best.next > 0 ? 'IDHACK' : 'IXSCAN',
    ...(index && { index }),
    ranges: rangesOf(best),
    exact: best.shape.unique && best.next === best.shape.fields.length,
    sorted: sort.length === 0 || best.order !== undefined,
  };
};
