import { Binary, ObjectId } from 'bson';
import { isDoc, type Doc } from '../values/document';

// tokens, ids, digests, and what suites end the names of their collections in
const RANDOM =
  /^[\w+/=-]{30,}$|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}|(?<=^example-)[0-9a-z]{8}(?=-)|(?<=^process-)\d+/g;
const SECOND = 1_000;
const FIRST_DAY = Date.UTC(2024, 0, 1);
const LONGEST = 16;

const leavesOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  return isDoc(value) ? Object.values(value).flatMap(leavesOf) : [value];
};

/** Makes what differs from run to run the same: random ids and tokens, ciphertexts, and instants, whose order is kept. */
export const normaliser = (all: readonly unknown[]): ((value: Doc) => Doc) => {
  const leaves = all.flatMap(leavesOf);
  const times = leaves.filter((leaf) => leaf instanceof Date).map((date) => date.getTime());
  const ranked = [...new Set(times)].sort((a, b) => a - b);
  const names = new Map<string, number>();
  const numberOf = (value: string): number => {
    const known = names.get(value) ?? names.size + 1;
    names.set(value, known);
    return known;
  };

  const ofLeaf = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.slice(0, 2_000).replace(RANDOM, (found) => `random-${numberOf(found)}`);
    if (value instanceof Date) return new Date(FIRST_DAY + ranked.indexOf(value.getTime()) * SECOND);
    if (value instanceof ObjectId)
      return new ObjectId(numberOf(value.toHexString()).toString(16).padStart(24, '0'));
    if (!(value instanceof Binary)) return value;
    const bytes = Buffer.alloc(Math.min(value.position, LONGEST), numberOf(value.toString('hex')) % 256);
    return new Binary(bytes, value.sub_type);
  };

  const of = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(of);
    if (!isDoc(value)) return ofLeaf(value);
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, of(field)]));
  };
  return (value) => of(value) as Doc;
};
