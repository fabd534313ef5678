import { EMPTY_ARRAY } from './order-key';
import { isDoc } from './document';

const DIGITS = /^\d+$/;
const parsed = new Map<string, readonly string[]>();

export const partsOf = (path: string): readonly string[] => {
  const known = parsed.get(path);
  if (known !== undefined) return known;
  const parts = path.split('.');
  if (parsed.size > 10_000) parsed.clear();
  parsed.set(path, parts);
  return parts;
};

export const isArrayIndex = (part: string): boolean => DIGITS.test(part);

export const fieldOf = (value: unknown, name: string): unknown =>
  isDoc(value) && Object.hasOwn(value, name) ? value[name] : undefined;

const collect = (value: unknown, parts: readonly string[], depth: number, found: unknown[]): void => {
  const part = parts[depth];
  if (part === undefined) {
    found.push(value);
    return;
  }
  if (!Array.isArray(value)) return collect(fieldOf(value, part), parts, depth + 1, found);
  if (isArrayIndex(part) && Number(part) < value.length)
    collect(value[Number(part)], parts, depth + 1, found);
  for (const element of value) if (isDoc(element)) collect(element, parts, depth, found);
};

/** Every value a path reaches, through arrays of documents; `undefined` where a document lacks it. */
export const leavesAt = (document: unknown, path: string): readonly unknown[] => {
  if (!path.includes('.')) return [fieldOf(document, path)];
  const found: unknown[] = [];
  collect(document, partsOf(path), 0, found);
  return found;
};

export interface IndexedValues {
  readonly values: readonly unknown[];
  /** an array was met on the way: one document, several keys */
  readonly multikey: boolean;
}

/** What an index keeps, and a sort considers, for one path: each element of an array, null for what is missing. */
export const indexedValuesAt = (document: unknown, path: string): IndexedValues => {
  const leaves = leavesAt(document, path);
  const only = leaves[0];
  if (leaves.length === 1 && !Array.isArray(only))
    return { values: [only ?? null], multikey: path.includes('.') && crossesArray(document, path) };
  if (leaves.length === 0) return { values: [null], multikey: true };
  const values = leaves.flatMap((leaf) => {
    if (!Array.isArray(leaf)) return [leaf ?? null];
    return leaf.length === 0 ? [EMPTY_ARRAY] : (leaf as unknown[]);
  });
  return { values, multikey: true };
};

const crossesArray = (document: unknown, path: string): boolean => {
  let value = document;
  for (const part of partsOf(path)) {
    if (Array.isArray(value)) return true;
    value = fieldOf(value, part);
  }
  return false;
};
