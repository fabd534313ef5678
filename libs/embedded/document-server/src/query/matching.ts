import { valueOf } from '../aggregate/expression';
import { isTrue } from '../aggregate/scalar-operators';
import { isDoc, type Doc } from '../values/document';
import {
  FIELD_OPERATORS,
  anyLeaf,
  anyValue,
  list,
  matcher,
  type QueryOperator,
  type Test,
} from './operators';

const everyOf =
  (tests: readonly Test[]): Test =>
  (document) =>
    tests.every((test) => test(document));

const clausesOf = (operand: unknown): readonly Test[] => (operand as readonly Doc[]).map(matching);

const LOGICAL: Readonly<Record<string, (operand: unknown) => Test>> = {
  $and: (operand) => everyOf(clausesOf(operand)),
  $or: (operand) => {
    const tests = clausesOf(operand);
    return (document) => tests.some((test) => test(document));
  },
  $nor: (operand) => {
    const tests = clausesOf(operand);
    return (document) => !tests.some((test) => test(document));
  },
  $expr: (operand) => (document) => isTrue(valueOf(document, operand)),
};

const isOperators = (criteria: Doc): boolean => {
  const first = Object.keys(criteria)[0] ?? '';
  return first.startsWith('$') && !(first in LOGICAL);
};

const elemMatch: QueryOperator = anyLeaf((operand) => {
  const criteria = operand as Doc;
  const ofValue = isOperators(criteria) ? fieldTest('element', criteria) : undefined;
  const ofDocument = ofValue ? undefined : matching(criteria);
  const test = (element: unknown): boolean =>
    ofValue ? ofValue({ element }) : isDoc(element) && ofDocument !== undefined && ofDocument(element);
  return (leaf) => Array.isArray(leaf) && leaf.some(test);
});

const all: QueryOperator = (path, operand) => {
  const tests = list(operand, '$all').map((each) =>
    isDoc(each) && '$elemMatch' in each ? elemMatch(path, each['$elemMatch']) : anyValue(matcher)(path, each),
  );
  return (document) => tests.length > 0 && tests.every((test) => test(document));
};

const not: QueryOperator = (path, operand) => {
  const test = fieldTest(path, operand as Doc);
  return (document) => !test(document);
};

const OPERATORS: Readonly<Record<string, QueryOperator>> = {
  ...FIELD_OPERATORS,
  $elemMatch: elemMatch,
  $all: all,
  $not: not,
};

const fieldTest = (path: string, condition: Doc): Test =>
  everyOf(Object.entries(condition).flatMap(([name, operand]) => OPERATORS[name]?.(path, operand) ?? []));

/** Compiles a prepared filter. */
export const matching = (prepared: Doc): Test =>
  everyOf(
    Object.entries(prepared).map(([name, condition]) => {
      const logical = LOGICAL[name];
      return logical ? logical(condition) : fieldTest(name, condition as Doc);
    }),
  );
