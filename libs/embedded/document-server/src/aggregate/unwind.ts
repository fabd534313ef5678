import { Long } from 'bson';
import { ServerFault, badValue } from '../faults';
import { isDoc, type Doc } from '../values/document';
import { fieldOf } from '../values/path';

interface Unwinding {
  readonly path: readonly string[];
  readonly indexField: string | undefined;
  readonly keepEmpty: boolean;
}

const KNOWN: readonly string[] = ['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'];

const checked = (spec: Doc): Doc => {
  const { path, includeArrayIndex: indexField } = spec;
  if (Object.keys(spec).some((name) => !KNOWN.includes(name))) {
    throw new ServerFault(28811, 'unrecognized option to $unwind stage');
  }
  if (typeof path !== 'string' || !/^\$[^$]/.test(path)) {
    throw new ServerFault(28818, "path option to $unwind stage should be prefixed with a '$'");
  }
  if (indexField !== undefined && (typeof indexField !== 'string' || /^\$|\./.test(indexField))) {
    throw badValue('includeArrayIndex must be a plain field name');
  }
  return spec;
};

const unwindingOf = (spec: unknown): Unwinding => {
  const options = checked(isDoc(spec) ? spec : { path: spec });
  return {
    path: String(options['path']).slice(1).split('.'),
    indexField: options['includeArrayIndex'] as string | undefined,
    keepEmpty: options['preserveNullAndEmptyArrays'] === true,
  };
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

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

const whole = (document: Doc, value: unknown, { path, indexField }: Unwinding): Doc =>
  numbered(Array.isArray(value) ? withValue(document, path, undefined) : document, indexField, null);

function* elements(document: Doc, unwinding: Unwinding): Generator<Doc> {
  const value = reached(document, unwinding.path);
  if (isEmpty(value) && !unwinding.keepEmpty) return;
  if (isEmpty(value) || !Array.isArray(value)) yield whole(document, value, unwinding);
  else {
    for (const [at, element] of value.entries()) {
      yield numbered(withValue(document, unwinding.path, element), unwinding.indexField, at);
    }
  }
}

/** `$unwind`: one document for each element of an array. */
export const unwind = (spec: unknown): ((documents: Iterable<Doc>) => Iterable<Doc>) => {
  const unwinding = unwindingOf(spec);
  return function* (documents) {
    for (const document of documents) yield* elements(document, unwinding);
  };
};
