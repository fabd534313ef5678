import type { Collection, Index, IndexField } from '../store/catalogue';
import { prefixOf, writeComponent } from '../store/keys';
import { ByteWriter } from '../values/byte-writer';
import type { Bounds } from './bounds';
import type { SortFields } from './sort';

export type Shape = Pick<Index, 'id' | 'name' | 'fields' | 'multikey' | 'unique'>;

/** What one index could do for a query. */
export interface Candidate {
  readonly shape: Shape;
  /** keys begin with one of these, in scanning order */
  readonly prefixes: readonly Buffer[];
  /** how many fields the prefixes hold */
  readonly next: number;
  /** bounds of the field after them */
  readonly range: Bounds | undefined;
  readonly order: 'forward' | 'reverse' | undefined;
  readonly score: number;
}

const MOST_RANGES = 10_000;

/** A key prefix with one more component. */
export const extended = (prefix: Buffer, value: unknown, field: IndexField): Buffer => {
  const writer = new ByteWriter(prefix.length + 32);
  writer.raw(prefix);
  writeComponent(writer, value, field.direction);
  return writer.done();
};

interface Prefixed {
  readonly prefixes: readonly Buffer[];
  readonly next: number;
  /** fields with one single value */
  readonly fixed: ReadonlySet<string>;
}

const prefixed = (
  start: Buffer,
  fields: readonly IndexField[],
  bounds: ReadonlyMap<string, Bounds>,
): Prefixed => {
  let prefixes: readonly Buffer[] = [start];
  const fixed = new Set<string>();
  for (const [next, field] of fields.entries()) {
    const points = bounds.get(field.path)?.points;
    if (points === undefined || prefixes.length * points.length > MOST_RANGES)
      return { prefixes, next, fixed };
    const values = field.direction === 1 ? points : [...points].reverse();
    prefixes = prefixes.flatMap((prefix) => values.map((value) => extended(prefix, value, field)));
    if (points.length === 1) fixed.add(field.path);
  }
  return { prefixes, next: fields.length, fixed };
};

const orderOf = (shape: Shape, { prefixes, fixed }: Prefixed, sort: SortFields): Candidate['order'] => {
  if (sort.length === 0 || shape.multikey || prefixes.length > 1) return undefined;
  const wanted = sort.filter(({ path }) => !fixed.has(path));
  const offered = shape.fields.filter(({ path }) => !fixed.has(path));
  const steps = wanted.map(({ path, direction }, at) => {
    const field = offered[at];
    return path === field?.path ? direction * field.direction : 0;
  });
  if (steps.every((step) => step === 1)) return 'forward';
  return steps.every((step) => step === -1) ? 'reverse' : undefined;
};

const rangeOf = (found: Bounds | undefined): Bounds | undefined =>
  (found?.low ?? found?.high) === undefined ? undefined : found;

/** Values first, then a range, then the order: whichever narrows most scores highest. */
export const candidate = (
  collection: Collection,
  shape: Shape,
  bounds: ReadonlyMap<string, Bounds>,
  sort: SortFields,
): Candidate => {
  const reached = prefixed(prefixOf(collection.id, shape.id), shape.fields, bounds);
  const field = shape.fields[reached.next];
  const range = field && rangeOf(bounds.get(field.path));
  const order = orderOf(shape, reached, sort);
  const score = reached.next * 4 + (range ? 2 : 0) + (order ? 1 : 0);
  return { shape, prefixes: reached.prefixes, next: reached.next, range, order, score };
};
