import { isDoc, type Doc } from '../values/document';

/** What tells one recorded command from another: its fields and operators, not its values. */
const shapeOf = (value: unknown, path: string): unknown => {
  if (Array.isArray(value))
    return [...new Set(value.map((each) => JSON.stringify(shapeOf(each, path))))].sort();
  if (!isDoc(value)) return value === null ? 'null' : kindOf(value);
  return Object.entries(value).map(([name, field]) => [name, shapeOf(field, `${path}.${name}`)]);
};

const kindOf = (value: unknown): string =>
  typeof value === 'object' ? (value?.constructor.name ?? 'none') : typeof value;

// what is stored is told by its being there, not by its fields
const STORED = ['documents', 'u', 'update'];

const isWhole = (value: Doc): boolean => !(Object.keys(value)[0] ?? '').startsWith('$');

const askedOfMany = (field: string, values: readonly unknown[]): unknown => {
  if (field === 'documents') return values.length > 1 ? 'documents' : 'document';
  if (field !== 'updates') return shapeOf(values, field);
  return [...new Set(values.map((each) => JSON.stringify(statement(each as Doc))))].sort();
};

const asked = (field: string, value: unknown): unknown => {
  if (Array.isArray(value)) return askedOfMany(field, value);
  if (isDoc(value) && STORED.includes(field) && isWhole(value)) return 'document';
  return shapeOf(value, field);
};

const statement = (each: Doc): unknown =>
  Object.entries(each).map(([name, field]) => [name, asked(name, field)]);

const OUTCOME = ['code', 'upserted', 'writeErrors', 'lastErrorObject', 'note', 'value'];

const outcomeOf = (reply: Doc): unknown => [
  OUTCOME.map((field) => (field === 'code' ? reply[field] : shapeOf(reply[field] ?? null, field))),
  [reply['n'], reply['nModified']].map((count) => (typeof count === 'number' ? Math.sign(count) : 'none')),
];

/** Name of the command, what it asks, and how it went. */
export const shapeOfExchange = (command: Doc, reply: Doc): string => {
  const { $db: _, lsid: __, ...rest } = command;
  const fields = Object.entries(rest).map(([name, value], at) => [name, at === 0 ? '' : asked(name, value)]);
  return JSON.stringify([fields, outcomeOf(reply)]);
};
