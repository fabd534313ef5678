import type { Collection, Index, IndexField } from '../store/catalogue';
import { after, type KeyRange } from '../store/key-range';
import { prefixOf, writeComponent } from '../store/keys';
import { recordsOf } from '../store/records';
import { ByteWriter } from '../values/byte-writer';
import { rankOf } from '../values/order-key';
import type { Doc } from '../values/document';
import { boundsOf, type Bounds, type Edge } from './bounds';
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

const MOST_RANGES = 10_000;

type Shape = Pick<Index, 'id' | 'name' | 'fields' | 'multikey' | 'unique'>;

const PRIMARY: Shape = {
  id: 0,
  name: '_id_',
  fields: [{ path: '_id', direction: 1 }],
  multikey: false,
  unique: true,
};

interface Candidate {
  readonly shape: Shape;
  readonly prefixes: readonly Buffer[];
  readonly next: number;
  readonly range: Bounds | undefined;
  readonly order: 'forward' | 'reverse' | undefined;
  readonly score: number;
}

const extended = (prefix: Buffer, value: unknown, field: IndexField): Buffer => {
  const writer = new ByteWriter(prefix.length + 32);
  writer.raw(prefix);
  writeComponent(writer, value, field.direction);
  return writer.done();
};

const orderAfter = (shape: Shape, fixed: ReadonlySet<string>, sort: SortFields): Candidate['order'] => {
  if (sort.length === 0 || shape.multikey) return undefined;
  const wanted = sort.filter(({ path }) => !fixed.has(path));
  const offered = shape.fields.filter(({ path }) => !fixed.has(path)).slice(0, wanted.length);
  if (offered.length < wanted.length) return undefined;
  const same = wanted.map(({ path, direction }, at) =>
    path === offered[at]?.path ? direction * (offered[at]?.direction ?? 0) : 0,
  );
  if (same.every((each) => each === 1)) return 'forward';
  return same.every((each) => each === -1) ? 'reverse' : undefined;
};

const candidate = (
  collection: Collection,
  shape: Shape,
  bounds: ReadonlyMap<string, Bounds>,
  sort: SortFields,
): Candidate => {
  let prefixes: readonly Buffer[] = [prefixOf(collection.id, shape.id)];
  let next = 0;
  const fixed = new Set<string>();
  for (const field of shape.fields) {
    const points = bounds.get(field.path)?.points;
    if (points === undefined || prefixes.length * points.length > MOST_RANGES) break;
    const values = field.direction === 1 ? points : [...points].reverse();
    prefixes = prefixes.flatMap((prefix) => values.map((value) => extended(prefix, value, field)));
    if (points.length === 1) fixed.add(field.path);
    next += 1;
  }
  const field = shape.fields[next];
  const found = field && bounds.get(field.path);
  const range = found !== undefined && (found.low ?? found.high) !== undefined ? found : undefined;
  const order = prefixes.length <= 1 ? orderAfter(shape, fixed, sort) : undefined;
  const score = next * 4 + (range === undefined ? 0 : 2) + (order === undefined ? 0 : 1);
  return { shape, prefixes, next, range, order, score };
};

const bracket = (prefix: Buffer, { value }: Edge, { direction }: IndexField): KeyRange => {
  const rank = Buffer.from([direction === 1 ? rankOf(value) : ~rankOf(value)]);
  const start = Buffer.concat([prefix, rank]);
  return { from: start, to: after(start) };
};

const narrowed = (prefix: Buffer, range: Bounds, field: IndexField, multikey: boolean): KeyRange => {
  const low = range.low;
  // two elements of one array may meet one edge each
  const high = multikey && low !== undefined ? undefined : range.high;
  const edge = low ?? high;
  if (edge === undefined) return { from: prefix, to: after(prefix) };
  const whole = bracket(prefix, edge, field);
  const point = ({ value }: Edge): Buffer => extended(prefix, value, field);
  const above = (each: Edge, past: boolean): Buffer => (past ? after(point(each)) : point(each));
  if (field.direction === 1) {
    return {
      from: low ? above(low, !low.inclusive) : whole.from,
      to: high ? above(high, high.inclusive) : whole.to,
    };
  }
  return {
    from: high ? above(high, !high.inclusive) : whole.from,
    to: low ? above(low, low.inclusive) : whole.to,
  };
};

const rangesOf = ({ shape, prefixes, next, range, order }: Candidate): readonly KeyRange[] => {
  const field = shape.fields[next];
  const ranges = prefixes.map((prefix) =>
    range && field ? narrowed(prefix, range, field, shape.multikey) : { from: prefix, to: after(prefix) },
  );
  const nonEmpty = ranges.filter(({ from, to }) => Buffer.compare(from, to) < 0);
  return order === 'reverse' ? nonEmpty.map((each) => ({ ...each, reverse: true })) : nonEmpty;
};

/** The narrowest way to a prepared filter's documents; ties go to an index that also gives the order. */
export const planFor = (collection: Collection, filter: Doc, sort: SortFields): Plan => {
  const bounds = boundsOf(filter);
  const shapes: readonly Shape[] = [PRIMARY, ...collection.indexes];
  const best = shapes
    .map((shape) => candidate(collection, shape, bounds, sort))
    .reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score === 0)
    return { stage: 'COLLSCAN', ranges: [recordsOf(collection)], exact: false, sorted: sort.length === 0 };
  const index = collection.indexes.find(({ id }) => id === best.shape.id);
  return {
    stage: index ? 'IXSCAN' : best.next > 0 ? 'IDHACK' : 'IXSCAN',
    ...(index && { index }),
    ranges: rangesOf(best),
    exact: best.shape.unique && best.next === best.shape.fields.length,
    sorted: sort.length === 0 || best.order !== undefined,
  };
};
