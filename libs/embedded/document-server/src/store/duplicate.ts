import { EJSON } from 'bson';
import { ServerFault } from '../faults';
import { indexedValuesAt } from '../values/path';
import { namespaceOf, type Collection, type IndexField } from './catalogue';

export const patternOf = (fields: readonly IndexField[]): Record<string, 1 | -1> =>
  Object.fromEntries(fields.map(({ path, direction }) => [path, direction]));

const shown = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  return EJSON.stringify({ value }, { relaxed: true }).slice('{"value":'.length, -1);
};

/** E11000 as the server words it, with `keyPattern` and `keyValue`. */
export const duplicateKey = (
  collection: Collection,
  index: { readonly name: string; readonly fields: readonly IndexField[] },
  document: unknown,
): ServerFault => {
  const keyValue = Object.fromEntries(
    index.fields.map(({ path }) => [path, indexedValuesAt(document, path).values[0] ?? null]),
  );
  const pairs = Object.entries(keyValue).map(([path, value]) => `${path}: ${shown(value)}`);
  const place = `collection: ${namespaceOf(collection)} index: ${index.name}`;
  return new ServerFault(11000, `E11000 duplicate key error ${place} dup key: { ${pairs.join(', ')} }`, {
    keyPattern: patternOf(index.fields),
    keyValue,
  });
};
