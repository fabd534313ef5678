import { BSONRegExp } from 'bson';
import { badValue } from '../faults';
import { checkExpression } from '../aggregate/expression';
import { isDoc, type Doc } from '../values/document';
import { FIELD_OPERATORS } from './operators';

const JS_FLAGS = /^[ims]*$/;

const toRegExp = (pattern: string, flags: string): RegExp => {
  if (!JS_FLAGS.test(flags)) throw badValue(`invalid flag in regex options: ${flags}`);
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch {
    return regExpWithoutUnicode(pattern, flags);
  }
};

const regExpWithoutUnicode = (pattern: string, flags: string): RegExp => {
  try {
    return new RegExp(pattern, flags);
  } catch {
    throw badValue(`Regular expression is invalid: ${pattern}`);
  }
};

const regexOf = (operand: unknown, flags: unknown): RegExp => {
  const options = typeof flags === 'string' ? flags : undefined;
  if (operand instanceof BSONRegExp) return toRegExp(operand.pattern, options ?? operand.options);
  if (typeof operand === 'string') return toRegExp(operand, options ?? '');
  throw badValue('$regex has to be a string');
};

const plain = (value: unknown): unknown => (value instanceof BSONRegExp ? regexOf(value, undefined) : value);

const isOperators = (value: unknown): value is Doc =>
  isDoc(value) && (Object.keys(value)[0]?.startsWith('$') ?? false);

const notOperand = (operand: unknown): Doc => {
  if (operand instanceof BSONRegExp) return { $regex: regexOf(operand, undefined) };
  if (!isOperators(operand)) throw badValue('$not needs a regex or a document');
  return operators(operand);
};

const elementOperand = (operand: unknown): Doc => {
  if (!isDoc(operand)) throw badValue('$elemMatch needs an Object');
  const first = Object.keys(operand)[0] ?? '';
  return first.startsWith('$') && !(first in TOP_LEVEL) ? operators(operand) : prepareFilter(operand);
};

const listOperand = (operand: unknown): unknown => (Array.isArray(operand) ? operand.map(plain) : operand);

const allOperand = (operand: unknown): unknown =>
  Array.isArray(operand)
    ? operand.map((each) =>
        isDoc(each) && '$elemMatch' in each
          ? { $elemMatch: elementOperand(each['$elemMatch']) }
          : plain(each),
      )
    : operand;

const OPERANDS: Readonly<Record<string, (operand: unknown) => unknown>> = {
  $in: listOperand,
  $nin: listOperand,
  $all: allOperand,
  $not: notOperand,
  $elemMatch: elementOperand,
};

const operandOf = (name: string, operand: unknown, flags: unknown): unknown => {
  if (name === '$regex') return regexOf(operand, flags);
  const prepare = OPERANDS[name];
  if (prepare !== undefined) return prepare(operand);
  if (!(name in FIELD_OPERATORS)) throw badValue(`unknown operator: ${name}`);
  return operand;
};

const operators = (expression: Doc): Doc => {
  const { $options: flags, ...rest } = expression;
  if (flags !== undefined && !('$regex' in rest)) throw badValue('$options needs a $regex');
  const prepared = Object.entries(rest).map(
    ([name, operand]) => [name, operandOf(name, operand, flags)] as const,
  );
  return Object.fromEntries(prepared);
};

const clauses = (operand: unknown, name: string): readonly Doc[] => {
  if (!Array.isArray(operand) || operand.length === 0 || !operand.every(isDoc)) {
    throw badValue(`${name} must be a nonempty array of objects`);
  }
  return operand.map(prepareFilter);
};

const TOP_LEVEL: Readonly<Record<string, (operand: unknown, name: string) => unknown>> = {
  $and: clauses,
  $or: clauses,
  $nor: clauses,
  $expr: (operand) => {
    checkExpression(operand);
    return operand;
  },
};

const fieldClause = (value: unknown): Doc => {
  if (value instanceof BSONRegExp) return { $regex: regexOf(value, undefined) };
  return isOperators(value) ? operators(value) : { $eq: value };
};

/**
 * A filter with every clause spelled out (`{a: 1}` → `{a: {$eq: 1}}`), regular expressions compiled and
 * everything checked; what is not supported answers BadValue (2), even when no document would be met.
 */
export const prepareFilter = (filter: Doc): Doc => {
  const prepared: Doc = {};
  for (const [name, value] of Object.entries(filter)) {
    const clause = TOP_LEVEL[name];
    if (clause !== undefined) prepared[name] = clause(value, name);
    else if (name === '$comment') continue;
    else if (name.startsWith('$')) throw badValue(`unknown top level operator: ${name}`);
    else prepared[name] = fieldClause(value);
  }
  return prepared;
};
