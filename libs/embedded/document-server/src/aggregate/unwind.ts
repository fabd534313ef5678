import { Long } from 'bson';
import { badValue } from '../faults';
import { isDoc, type Doc } from '../values/document';
import { fieldOf } from '../values/path';

interface Unwinding {
  readonly path: readonly string[];
  readonly indexField: string | undefined;
  readonly keepEmpty: boolean;
}

const KNOWN: readonly string[] = ['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'];

const unwindingOf = (spec: unknown): Unwinding => {
  const {
    path,
    includeArrayIndex: indexField,
    preserveNullAndEmptyArrays: keepEmpty = false,
  } = isDoc(spec) ? spec : { path: spec };
  if (isDoc(spec) && Object.keys(spec).some((name) => !KNOWN.includes(name)))
    throw badValue('unrecognized option to $unwind stage');
  if (typeof path !== 'string' || !path.startsWith('$') || path.startsWith('$$'))
    throw badValue('path option to $unwind stage should be prefixed with a $');
  if (indexField !== undefined && (typeof indexField !== 'string' || /^\$|\./.test(indexField)))
    throw badValue('includeArrayIndex must be a plain field name');
  return { path: path.slice(1).split('.'), indexField, keepEmpty: keepEmpty === true };
};

// only the documents along the path are copied
const withValue = (document: Doc, [name = '', ...rest]: readonly string[], value: unknown): Doc => {
  const result = { ...document };
  const inner = rest.length === 0 ? value : withValue(result[name] as Doc, rest, value);
  if (inner === undefined) delete result[name];
  else result[name] = inner;
  return result;
};

const reached = (document: Doc, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => fieldOf(value, name), document);

const numbered = (document: Doc, field: string | undefined, position: number | null): Doc =>
  field === undefined
    ? document
    : { ...document, [field]: position === null ? null : Long.fromNumber(position) };

function* elements(document: Doc, unwinding: Unwinding): Generator<Doc> {
  const { path, indexField, keepEmpty } = unwinding;
  const value = reached(document, path);
  const empty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  if (empty) {
    if (!keepEmpty) return;
    const kept = Array.isArray(value) ? withValue(document, path, undefined) : document;
    yield numbered(kept, indexField, null);
  } else if (!Array.isArray(value)) yield numbered(document, indexField, null);
  else
    for (const [at, element] of value.entries())
      yield numbered(withValue(document, path, element), indexField, at);
}

/** `$unwind`: one document for each element of an array. */
export const unwind = (spec: unknown): ((documents: Iterable<Doc>) => Iterable<Doc>) => {
  const unwinding = unwindingOf(spec);
  return function* (documents) {
    for (const document of documents) yield* elements(document, unwinding);
  };
};
