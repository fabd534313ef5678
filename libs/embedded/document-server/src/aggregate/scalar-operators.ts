import { Long } from 'bson';
import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import { ServerFault, badValue } from '../faults';
import {
  add,
  double,
  isZero,
  multiply,
  numericOf,
  realOf,
  remainder,
  subtract,
  type Numeric,
} from '../values/arithmetic';
import { compareValues } from '../values/compare';
import { isDoc } from '../values/document';

/** `context` is the current document, `expression` the operator's unevaluated operand. */
export type ExpressionOperator = (context: unknown, expression: unknown, options: Options) => unknown;

export const isMissing = (value: unknown): boolean => value === null || value === undefined;

/** False, null, missing and zero of any type are false; all else, NaN included, is true. */
export const isTrue = (value: unknown): boolean => {
  if (isMissing(value) || value === false) return false;
  const number = numericOf(value);
  return number === undefined || !isZero(number);
};

const argumentsOf = (context: unknown, expression: unknown, options: Options): readonly unknown[] =>
  (Array.isArray(expression) ? (expression as unknown[]) : [expression]).map((each) =>
    evalExpr(context, each, options),
  );

const pair = (context: unknown, expression: unknown, options: Options): readonly [unknown, unknown] => {
  if (!Array.isArray(expression) || expression.length !== 2)
    throw new ServerFault(16020, 'Expression takes exactly 2 arguments');
  const [first, second] = argumentsOf(context, expression, options);
  return [first, second];
};

const MISSING_FIRST = (a: unknown, b: unknown): number => {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return compareValues(a, b);
};

const comparison =
  (accepts: (order: number) => unknown): ExpressionOperator =>
  (context, expression, options) =>
    accepts(MISSING_FIRST(...pair(context, expression, options)));

const numberOrFail = (value: unknown, name: string): Numeric => {
  const number = numericOf(value);
  if (number === undefined) throw new ServerFault(14, `${name} only supports numeric types`);
  return number;
};

const plusDate = (values: readonly unknown[], sign: 1 | -1): Date => {
  const shifted = values.map((value, index) => {
    if (value instanceof Date) return value.getTime();
    return (index === 0 ? 1 : sign) * realOf(numberOrFail(value, 'date arithmetic'));
  });
  return new Date(shifted.reduce((sum, value) => sum + value, 0));
};

const $add: ExpressionOperator = (context, expression, options) => {
  const values = argumentsOf(context, expression, options);
  if (values.some(isMissing)) return null;
  const dates = values.filter((value) => value instanceof Date).length;
  if (dates > 1) throw badValue('only one date allowed in an $add expression');
  if (dates === 1) return plusDate(values, 1);
  return values.reduce((sum, value) => add(numberOrFail(sum, '$add'), numberOrFail(value, '$add')), 0);
};

const $subtract: ExpressionOperator = (context, expression, options) => {
  const [a, b] = pair(context, expression, options);
  if (isMissing(a) || isMissing(b)) return null;
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  if (a instanceof Date) return plusDate([a, b], -1);
  return subtract(numberOrFail(a, '$subtract'), numberOrFail(b, '$subtract'));
};

const $multiply: ExpressionOperator = (context, expression, options) => {
  const values = argumentsOf(context, expression, options);
  if (values.some(isMissing)) return null;
  return values.reduce(
    (product, value) => multiply(numberOrFail(product, '$multiply'), numberOrFail(value, '$multiply')),
    1,
  );
};

const dividing =
  (name: string, divide: (a: Numeric, b: Numeric) => unknown): ExpressionOperator =>
  (context, expression, options) => {
    const [a, b] = pair(context, expression, options);
    if (isMissing(a) || isMissing(b)) return null;
    const divisor = numberOrFail(b, name);
    if (isZero(divisor)) throw new ServerFault(name === '$mod' ? 16610 : 2, `can't ${name} by zero`);
    return divide(numberOrFail(a, name), divisor);
  };

const conditionOf = (expression: unknown): readonly [unknown, unknown, unknown] => {
  if (Array.isArray(expression) && expression.length === 3) return expression as [unknown, unknown, unknown];
  if (isDoc(expression) && 'if' in expression && 'then' in expression && 'else' in expression) {
    return [expression['if'], expression['then'], expression['else']];
  }
  throw badValue('$cond takes if, then and else');
};

const $cond: ExpressionOperator = (context, expression, options) => {
  const [condition, yes, no] = conditionOf(expression);
  return evalExpr(context, isTrue(evalExpr(context, condition, options)) ? yes : no, options);
};

const branchesOf = (expression: unknown): readonly { readonly case: unknown; readonly then: unknown }[] => {
  const branches = isDoc(expression) ? expression['branches'] : undefined;
  if (
    !Array.isArray(branches) ||
    branches.length === 0 ||
    !branches.every((each) => isDoc(each) && 'case' in each && 'then' in each)
  ) {
    throw new ServerFault(40068, '$switch requires at least one branch, each with case and then');
  }
  return branches as { case: unknown; then: unknown }[];
};

const $switch: ExpressionOperator = (context, expression, options) => {
  const branch = branchesOf(expression).find((each) => isTrue(evalExpr(context, each.case, options)));
  if (branch !== undefined) return evalExpr(context, branch.then, options);
  if (isDoc(expression) && 'default' in expression) return evalExpr(context, expression['default'], options);
  throw new ServerFault(
    40066,
    '$switch could not find a matching branch for an input, and no default was specified',
  );
};

const $in: ExpressionOperator = (context, expression, options) => {
  const [value, list] = pair(context, expression, options);
  if (!Array.isArray(list)) throw new ServerFault(40081, '$in requires an array as a second argument');
  return list.some((each) => compareValues(each, value) === 0);
};

// mingo's own $concat and $literal would load its whole library, at every start
const $concat: ExpressionOperator = (context, expression, options) => {
  const values = argumentsOf(context, expression, options);
  if (values.some(isMissing)) return null;
  if (!values.every((value) => typeof value === 'string'))
    throw new ServerFault(16702, '$concat only supports strings');
  return values.join('');
};

/** Comparison, logic and arithmetic over BSON numbers; mingo's own would compare boxed integers as text. */
export const SCALAR_OPERATORS: Readonly<Record<`$${string}`, ExpressionOperator>> = {
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: comparison((order) => Math.sign(order)),
  $and: (context, expression, options) => argumentsOf(context, expression, options).every(isTrue),
  $or: (context, expression, options) => argumentsOf(context, expression, options).some(isTrue),
  $not: (context, expression, options) => !isTrue(argumentsOf(context, expression, options)[0]),
  $cond,
  $switch,
  $in,
  $add,
  $concat,
  $literal: (_context, expression) => expression,
  $subtract,
  $multiply,
  $divide: dividing('$divide', (a, b) => double(realOf(a) / realOf(b))),
  $mod: dividing('$mod', remainder),
};
