import { ServerFault } from '../faults';
import { ByteWriter } from '../values/byte-writer';
import { EMPTY_ARRAY, orderKey, writeValue } from '../values/order-key';
import { indexedValuesAt } from '../values/path';
import type { Index } from './catalogue';

// the store refuses keys above 1978 bytes
const LONGEST_KEY = 1900;

const PREFIX_BYTES = 6;

/** Key of everything one index (0: the documents) of one collection holds begins so. */
export const prefixOf = (collection: number, index: number): Buffer => {
  const prefix = Buffer.allocUnsafe(PREFIX_BYTES);
  prefix.writeUInt32BE(collection, 0);
  prefix.writeUInt16BE(index, 4);
  return prefix;
};

const checked = (key: Buffer): Buffer => {
  if (key.length > LONGEST_KEY)
    throw new ServerFault(17280, `an index key of ${key.length} bytes is too long`);
  return key;
};

/** Where the document with this `_id` lies. */
export const recordKey = (collection: number, id: unknown): Buffer =>
  checked(Buffer.concat([prefixOf(collection, 0), orderKey(id)]));

/** The bytes of the `_id` in a record key, which the entries of its document hold. */
export const idIn = (key: Buffer): Buffer => key.subarray(PREFIX_BYTES);

/** One component of an index key; a descending one is inverted, so that bytes still ascend. */
export const writeComponent = (writer: ByteWriter, value: unknown, direction: 1 | -1): void => {
  const from = writer.length;
  writeValue(writer, value);
  if (direction === -1) writer.invert(from);
};

export interface IndexEntries {
  /** without the `_id` that ends the key of a plain index */
  readonly keys: readonly Buffer[];
  readonly multikey: boolean;
}

const combined = (lists: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] =>
  lists.reduce<readonly (readonly unknown[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])),
    [[]],
  );

const keyOf = (collection: number, index: Index, row: readonly unknown[]): Buffer => {
  const writer = new ByteWriter();
  writer.raw(prefixOf(collection, index.id));
  row.forEach((value, position) => writeComponent(writer, value, index.fields[position]?.direction ?? 1));
  return checked(writer.done());
};

/** The keys a document has in an index; two arrays in one compound key answer CannotIndexParallelArrays (171). */
export const entriesOf = (collection: number, index: Index, document: unknown): IndexEntries => {
  const fields = index.fields.map(({ path }) => indexedValuesAt(document, path));
  const multikey = fields.some((field) => field.multikey);
  if (!multikey)
    return {
      keys: [
        keyOf(
          collection,
          index,
          fields.map(({ values }) => values[0]),
        ),
      ],
      multikey,
    };
  if (fields.filter(({ values }) => values.length > 1 || values[0] === EMPTY_ARRAY).length > 1) {
    throw new ServerFault(171, `cannot index parallel arrays in ${index.name}`);
  }
  const rows = combined(fields.map(({ values }) => values));
  const keys = rows.map((row) => keyOf(collection, index, row));
  return { keys: [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()], multikey };
};
