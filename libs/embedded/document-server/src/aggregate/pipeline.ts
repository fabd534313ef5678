import { ServerFault, badValue } from '../faults';
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
export const wholeNumber = (value: unknown, name: string): number => {
  const number = numericOf(value);
  const whole = number === undefined ? NaN : realOf(number);
  if (!Number.isSafeInteger(whole) || whole < 0)
    throw badValue(`${name} must be a non-negative whole number`);
  return whole;
};

const addFields = (spec: unknown): Stage => {
  if (!isDoc(spec)) throw badValue('$addFields specification must be an object');
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
    throw badValue('$unset specification must be a string or an array');
  return mapped(projection(Object.fromEntries(names.map((name) => [name, 0]))));
};

const replaceWith = (expression: unknown): Stage => {
  checkExpression(expression);
  return mapped((document) => {
    const root = valueOf(document, expression);
    if (!isDoc(root)) throw badValue("'replacement document' must evaluate to an object");
    return root;
  });
};

const sort = (spec: unknown): Stage => {
  const fields = sortFields(spec);
  if (fields.length === 0) throw badValue('$sort stage must have at least one sort key');
  return function* (documents) {
    yield* sorted(documents, fields, { document: (each) => each, size: () => 500 });
  };
};

const limit = (spec: unknown): Stage => {
  const most = wholeNumber(spec, 'the limit');
  if (most === 0) throw badValue('the limit must be positive');
  return function* (documents) {
    let taken = 0;
    for (const document of documents) {
      yield document;
      if (++taken === most) return;
    }
  };
};

const skip = (spec: unknown): Stage => {
  const fewest = wholeNumber(spec, 'the skip');
  return function* (documents) {
    let passed = 0;
    for (const document of documents) if (passed++ >= fewest) yield document;
  };
};

const count = (spec: unknown): Stage => {
  if (typeof spec !== 'string' || spec === '' || /[.\0]|^\$/.test(spec))
    throw badValue('the count field must be a plain name');
  return function* (documents) {
    let found = 0;
    for (const document of documents) found += document ? 1 : 0;
    if (found > 0) yield { [spec]: found };
  };
};

const match = (spec: unknown): Stage => {
  if (!isDoc(spec)) throw badValue('the match filter must be an expression in an object');
  const matches = matching(prepareFilter(spec));
  return function* (documents) {
    for (const document of documents) if (matches(document)) yield document;
  };
};

const project = (spec: unknown): Stage => {
  if (!isDoc(spec) || Object.keys(spec).length === 0)
    throw badValue('$project specification must be a non-empty object');
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
    throw badValue('A pipeline stage specification object must contain exactly one field.');
  const make = allowed.includes(name) ? STAGES[name] : undefined;
  if (make === undefined) throw new ServerFault(168, `Unrecognized pipeline stage name: '${name}'`);
  return make(stage[name]);
};

/** Compiles a pipeline; a stage or an expression that is not supported answers code 168 before anything is read. */
export const pipelineOf = (
  stages: readonly unknown[],
  allowed: readonly string[] = Object.keys(STAGES),
): Stage => {
  const compiled = stages.map((stage) => stageOf(stage, allowed));
  return (documents) => compiled.reduce((flow, stage) => stage(flow), documents);
};
