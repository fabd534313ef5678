import { Context, ProcessingMode, evalExpr } from 'mingo/core';
import {
  $arrayElemAt,
  $concatArrays,
  $filter,
  $isArray,
  $map,
  $size,
  $slice,
} from 'mingo/operators/expression/array';
import { $ifNull } from 'mingo/operators/expression/conditional';
import { $dateToString, $dayOfMonth, $month, $year } from 'mingo/operators/expression/date';
import { $mergeObjects, $objectToArray } from 'mingo/operators/expression/object';
import { $let } from 'mingo/operators/expression/variable';
import type { Options } from 'mingo/types';
import { MingoError } from 'mingo/util';
import { ServerFault, badValue } from '../faults';
import { isDoc } from '../values/document';
import { SCALAR_OPERATORS, type ExpressionOperator } from './scalar-operators';

const filterByTruth: ExpressionOperator = (context, expression, options) => {
  const spelled = isDoc(expression) ? { ...expression, cond: { $and: [expression['cond']] } } : expression;
  return ($filter as ExpressionOperator)(context, spelled, options);
};

type Operators = NonNullable<Parameters<typeof Context.init>[0]>;

const expressions: Readonly<Record<`$${string}`, unknown>> = {
  ...SCALAR_OPERATORS,
  $arrayElemAt,
  $concatArrays,
  $dateToString,
  $dayOfMonth,
  $filter: filterByTruth,
  $ifNull,
  $isArray,
  $let,
  $map,
  $mergeObjects,
  $month,
  $objectToArray,
  $size,
  $slice,
  $year,
};

/** What mingo's evaluator knows here: nothing that was not checked. */
const OPTIONS: Options = {
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
  context: Context.init({
    expression: expressions as NonNullable<Operators['expression']>,
  }),
};

const UNDEFINED_VARIABLE = /^Use of undefined variable/;

const faultOf = ({ message }: MingoError): ServerFault =>
  UNDEFINED_VARIABLE.test(message) ? new ServerFault(17276, message) : badValue(message);

/** The value of a checked expression over a document; `undefined` where a field is missing. */
export const valueOf = (document: unknown, expression: unknown): unknown => {
  try {
    return evalExpr(document, expression, OPTIONS);
  } catch (error) {
    if (error instanceof MingoError) throw faultOf(error);
    throw error;
  }
};

const VARIABLES = new Set(['$$ROOT', '$$CURRENT', '$$REMOVE']);

const checkPath = (path: string): void => {
  const [first = '', ...rest] = path.split('.');
  if (first.startsWith('$$') && !VARIABLES.has(first) && !/^\$\$[a-z]\w*$/.test(first)) {
    throw new ServerFault(17276, `Use of undefined variable: ${first.slice(2)}`);
  }
  if (rest.some((part) => /^\d+$/.test(part)))
    throw badValue(`positions in a field path are not supported: ${path}`);
};

/** Refuses operators that are not supported (168), before any document is read. */
export const checkExpression = (expression: unknown): void => {
  if (typeof expression === 'string') {
    if (expression.startsWith('$')) checkPath(expression);
  } else if (Array.isArray(expression)) expression.forEach(checkExpression);
  else if (isDoc(expression)) checkDocument(expression);
};

const checkDocument = (expression: Record<string, unknown>): void => {
  const names = Object.keys(expression);
  const operator = names.find((name) => name.startsWith('$'));
  if (operator === undefined) return Object.values(expression).forEach(checkExpression);
  if (names.length > 1) throw badValue('an object representing an expression must have exactly one field');
  if (!(operator in expressions)) throw new ServerFault(168, `Unrecognized expression '${operator}'`);
  if (operator !== '$literal') checkExpression(expression[operator]);
};
