import { ServerFault, badValue, type FaultCode } from '../faults';
import { prepareFilter } from '../query/filter';
import { matching } from '../query/matching';
import { sortFields, sorted } from '../query/sort';
import { numericOf, realOf } from '../values/arithmetic';
import { isDoc, type Doc } from '../values/document';
import { placeAt } from '../update/place';
import { checkExpression, valueOf } from './expression';
import { group } from './group';
import { projection } from './project';
import { unwind } from './unwind';

/** One stage, or a whole pipeline: lazily from documents to documents. */
export type Stage = (documents: Iterable<Doc>) => Iterable<Doc>;

const mapped = (change: (document: Doc) => Doc): Stage =>
  function* (documents) {
    for (const document of documents) yield change(document);
  };

/** A whole number of documents, from whichever number type it came in. */
export const wholeNumber = (value: unknown, name: string, code: FaultCode = 2): number => {
  const number = numericOf(value);
  const whole = number === undefined ? NaN : realOf(number);
  if (!Number.isSafeInteger(whole) || whole < 0)
    throw new ServerFault(code, `${name} must be a non-negative whole number`);
  return whole;
};

const addFields = (spec: unknown): Stage => {
  if (!isDoc(spec)) throw new ServerFault(40272, '$addFields specification stage must be an object');
  checkExpression(spec);
  const paths = Object.keys(spec);
  if (paths.some((path) => path.startsWith('$') || path.split('.').includes('')))
    throw badValue('invalid field name in $addFields');
  return mapped((document) => {
    const values = paths.map((path) => valueOf(document, spec[path]));
    const result = { ...document };
    paths.forEach((path, at) => {
      if (path.includes('.') && Array.isArray(result[path.split('.')[0] ?? '']))
        throw badValue(`'${path}' crosses an array`);
      if (values[at] === undefined) delete result[path];
      else placeAt(result, path).set(values[at]);
    });
    return result;
  });
};

const unset = (spec: unknown): Stage => {
  const names = Array.isArray(spec) ? (spec as unknown[]) : [spec];
  if (!names.every((name) => typeof name === 'string'))
    throw new ServerFault(31002, '$unset specification must be a string or an array');
  return mapped(projection(Object.fromEntries(names.map((name) => [name, 0]))));
};

const replaceWith = (expression: unknown): Stage => {
  checkExpression(expression);
  return mapped((document) => {
    const root = valueOf(document, expression);
    if (!isDoc(root)) throw new ServerFault(40228, "'replacement document' must evaluate to an object");
    return root;
  });
};

const sort = (spec: unknown): Stage => {
  const fields = sortFields(spec);
  if (fields.length === 0) throw new ServerFault(15976, '$sort stage must have at least one sort key');
  return function* (documents) {
    yield* sorted(documents, fields, { document: (each) => each, size: () => 500 });
  };
};

const limit = (spec: unknown): Stage => {
  const most = wholeNumber(spec, 'invalid argument to $limit stage: it', 5107201);
  if (most === 0) throw new ServerFault(15958, 'the limit must be positive');
  return function* (documents) {
    let taken = 0;
    for (const document of documents) {
      yield document;
      if (++taken === most) return;
    }
  };
};

const skip = (spec: unknown): Stage => {
  const fewest = wholeNumber(spec, 'invalid argument to $skip stage: it', 5107200);
  return function* (documents) {
    let passed = 0;
    for (const document of documents) if (passed++ >= fewest) yield document;
  };
};

const count = (spec: unknown): Stage => {
  if (typeof spec !== 'string' || spec === '' || /[.\0]|^\$/.test(spec))
    throw new ServerFault(40156, 'the count field must be a non-empty plain name');
  return function* (documents) {
    let found = 0;
    for (const document of documents) found += document ? 1 : 0;
    if (found > 0) yield { [spec]: found };
  };
};

const match = (spec: unknown): Stage => {
  if (!isDoc(spec)) throw new ServerFault(15959, 'the match filter must be an expression in an object');
  const matches = matching(prepareFilter(spec));
  return function* (documents) {
    for (const document of documents) if (matches(document)) yield document;
  };
};

const project = (spec: unknown): Stage => {
  if (!isDoc(spec)) throw new ServerFault(15969, '$project specification must be an object');
  if (Object.keys(spec).length === 0)
    throw new ServerFault(51272, 'projection specification must have at least one field');
  return mapped(projection(spec));
};

const STAGES: Readonly<Record<string, (spec: unknown) => Stage>> = {
  $match: match,
  $group: group,
  $sort: sort,
  $project: project,
  $addFields: addFields,
  $set: addFields,
  $unset: unset,
  $unwind: unwind,
  $limit: limit,
  $skip: skip,
  $count: count,
  $replaceRoot: (spec) => replaceWith(isDoc(spec) ? spec['newRoot'] : undefined),
  $replaceWith: replaceWith,
};

const stageOf = (stage: unknown, allowed: readonly string[]): Stage => {
  const names = isDoc(stage) ? Object.keys(stage) : [];
  const [name = ''] = names;
  if (!isDoc(stage) || names.length !== 1)
    throw new ServerFault(40323, 'A pipeline stage specification object must contain exactly one field.');
  const make = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
  if (make === undefined) throw new ServerFault(40324, `Unrecognized pipeline stage name: '${name}'`);
  if (!allowed.includes(name))
    throw new ServerFault(72, `${name} is not allowed to be used within an update`);
  return make(stage[name]);
};

/** Compiles a pipeline; a stage that is not supported answers 40324, an expression 168, before anything is read. */
export const pipelineOf = (
  stages: readonly unknown[],
  allowed: readonly string[] = Object.keys(STAGES),
): Stage => {
  const compiled = stages.map((stage) => stageOf(stage, allowed));
  return (documents) => compiled.reduce((flow, stage) => stage(flow), documents);
};
