import { badValue, ServerFault } from '../faults';
import { ByteWriter } from '../values/byte-writer';
import { compareValues } from '../values/compare';
import { isDoc, type Doc } from '../values/document';
import { writeComponent } from '../store/keys';
import { indexedValuesAt } from '../values/path';
import type { IndexField } from '../store/catalogue';

export type SortFields = readonly IndexField[];

const MEMORY = 100 * 1024 * 1024;

/** `{a: 1, 'b.c': -1}` → fields; anything but 1 and -1 answers BadValue. */
export const sortFields = (sort: unknown): SortFields => {
  if (sort === undefined) return [];
  if (!isDoc(sort)) throw badValue('sort must be an object');
  return Object.entries(sort).map(([path, order]) => {
    const direction = Number(isDoc(order) ? NaN : order);
    if (direction !== 1 && direction !== -1) throw badValue('$sort key ordering must be 1 (ascending) or -1');
    return { path, direction };
  });
};

// an array sorts by its least element, descending by its greatest
const sortValue = (document: Doc, { path, direction }: IndexField): unknown => {
  const { values } = indexedValuesAt(document, path);
  return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best));
};

const keyOf = (document: Doc, fields: SortFields): Buffer => {
  const writer = new ByteWriter(48);
  for (const field of fields) writeComponent(writer, sortValue(document, field), field.direction);
  return writer.done();
};

interface Ranked<T> {
  readonly key: Buffer;
  readonly at: number;
  readonly item: T;
}

const byKey = <T>(a: Ranked<T>, b: Ranked<T>): number => Buffer.compare(a.key, b.key) || a.at - b.at;

/** The first `limit` items in order, stable; above 100 MiB of `size` answers code 292 as the server does. */
export const sorted = <T>(
  items: Iterable<T>,
  fields: SortFields,
  of: { readonly document: (item: T) => Doc; readonly size: (item: T) => number },
  limit = Infinity,
): readonly T[] => {
  let kept: Ranked<T>[] = [];
  let held = 0;
  let at = 0;
  const trim = (): void => {
    kept = kept.sort(byKey).slice(0, limit);
    held = kept.reduce((sum, { item }) => sum + of.size(item), 0);
  };
  for (const item of items) {
    kept.push({ key: keyOf(of.document(item), fields), at: at++, item });
    held += of.size(item);
    if (kept.length >= 2 * limit + 1000) trim();
    if (held > MEMORY) throw new ServerFault(292, 'Sort exceeded memory limit of 104857600 bytes');
  }
  trim();
  return kept.map(({ item }) => item);
};
