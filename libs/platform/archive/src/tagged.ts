import { types } from 'node:util';

/**
 * Documents of the vault as JSON: bytes as `{"$bytes": base64}`, instants as `{"$date": ISO}`; an object with a
 * name of its own that begins with `$` as `{"$object": [[name, value] …]}`.
 */
type Row = Readonly<Record<string, unknown>>;

const isPlain = (value: object): value is Row => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const refuse = (what: string): never => {
  throw new TypeError(`${what} cannot be archived`);
};

const scalar = (value: unknown): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : refuse(typeof value);
};

const toTagged = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return scalar(value);
  if (types.isUint8Array(value)) return { $bytes: Buffer.from(value).toString('base64') };
  if (types.isDate(value)) return { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map(toTagged);
  if (!isPlain(value)) return refuse('an object of a class');
  const entries = Object.entries(value).map(([name, each]) => [name, toTagged(each)] as const);
  return entries.some(([name]) => name.startsWith('$')) ? { $object: entries } : Object.fromEntries(entries);
};

const UNTAG: Readonly<Record<string, (body: unknown) => unknown>> = {
  $bytes: (body) => (typeof body === 'string' ? Buffer.from(body, 'base64') : refuse('a tag without text')),
  $date: (body) => (typeof body === 'string' ? new Date(body) : refuse('a tag without text')),
  $object: (body) =>
    Array.isArray(body) ? Object.fromEntries(body.map(pair)) : refuse('a tag without entries'),
};

const pair = (entry: unknown): [string, unknown] =>
  Array.isArray(entry) && typeof entry[0] === 'string'
    ? [entry[0], fromTagged(entry[1])]
    : refuse('no entry');

const fromTagged = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromTagged);
  const entries = Object.entries(value);
  const [name, body] = entries[0] ?? ['', undefined];
  const untag = UNTAG[name];
  if (entries.length === 1 && untag !== undefined) return untag(body);
  return Object.fromEntries(entries.map(([each, inner]) => [each, fromTagged(inner)]));
};

/** One line of JSON. Throws `TypeError` for what has no form here: nothing is dropped in silence. */
export const encodeTagged = (value: unknown): string => JSON.stringify(toTagged(value));

/** Throws `SyntaxError`, `TypeError`. */
export const decodeTagged = (line: string): unknown => fromTagged(JSON.parse(line));
