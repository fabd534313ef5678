import type { Collection, Index, IndexField } from '../store/catalogue';
import { after, type KeyRange } from '../store/key-range';
import { prefixOf, writeComponent } from '../store/keys';
import { ByteWriter } from '../values/byte-writer';
import { identity } from '../values/compare';
import { rankOf } from '../values/order-key';
import type { Bounds, Demands, Edge } from './bounds';

export type Shape = Pick<Index, 'id' | 'name' | 'fields' | 'multikey' | 'unique'>;

/** What one index could do for one alternative of a filter. */
export interface Candidate {
  /** how many fields of the index have known values */
  readonly known: number;
  /** fields with one single value, told by its identity */
  readonly fixed: ReadonlyMap<string, string>;
  /** the field after the known ones is narrowed */
  readonly narrowed: boolean;
  /** disjoint and ascending */
  readonly ranges: readonly KeyRange[];
}

const MOST_RANGES = 10_000;

/** A key prefix with one more component. */
const extended = (prefix: Buffer, value: unknown, field: IndexField): Buffer => {
  const writer = new ByteWriter(prefix.length + 32);
  writer.raw(prefix);
  writeComponent(writer, value, field.direction);
  return writer.done();
};

interface Prefixed {
  /** keys begin with one of these, ascending */
  readonly prefixes: readonly Buffer[];
  readonly known: number;
  readonly fixed: ReadonlyMap<string, string>;
}

const prefixed = (start: Buffer, fields: readonly IndexField[], demands: Demands): Prefixed => {
  let prefixes: readonly Buffer[] = [start];
  const fixed = new Map<string, string>();
  for (const [known, field] of fields.entries()) {
    const points = demands.get(field.path)?.points;
    if (points === undefined || prefixes.length * points.length > MOST_RANGES)
      return { prefixes, known, fixed };
    const values = field.direction === 1 ? points : [...points].reverse();
    prefixes = prefixes.flatMap((prefix) => values.map((value) => extended(prefix, value, field)));
    if (points.length === 1) fixed.set(field.path, identity(points[0]));
  }
  return { prefixes, known: fields.length, fixed };
};

// one type: a range meets no other
const bracket = (prefix: Buffer, { value }: Edge, { direction }: IndexField): KeyRange => {
  const rank = Buffer.from([direction === 1 ? rankOf(value) : ~rankOf(value)]);
  const start = Buffer.concat([prefix, rank]);
  return { from: start, to: after(start) };
};

const rangeIn = (prefix: Buffer, { low, high }: Bounds, field: IndexField | undefined): KeyRange => {
  const edge = low ?? high;
  if (edge === undefined || field === undefined) return { from: prefix, to: after(prefix) };
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

/** Known values first, then a range of the field after them. */
export const candidate = (collection: Collection, shape: Shape, demands: Demands): Candidate => {
  const { prefixes, known, fixed } = prefixed(prefixOf(collection.id, shape.id), shape.fields, demands);
  const field = shape.fields[known];
  const bounds = usable((field && demands.get(field.path)) ?? {}, shape.multikey);
  const ranges = prefixes
    .map((prefix) => rangeIn(prefix, bounds, field))
    .filter(({ from, to }) => Buffer.compare(from, to) < 0);
  return { known, fixed, narrowed: (bounds.low ?? bounds.high) !== undefined, ranges };
};
