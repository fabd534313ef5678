import { ServerFault, badValue } from '../faults';
import { add, multiply, numericOf, type Numeric } from '../values/arithmetic';
import { compareValues } from '../values/compare';
import { isDoc, type Doc } from '../values/document';
import { existingPlace, placeAt } from './place';
import { addToSet, pop, pull, pullAll, push } from './array-operators';

/** Changes one path of a document in place. */
export type UpdateOperator = (document: Doc, path: string, operand: unknown) => void;

const numberIn = (value: unknown, doing: string): Numeric => {
  const number = numericOf(value);
  if (number === undefined) throw new ServerFault(14, `Cannot ${doing} with a non-numeric argument or field`);
  return number;
};

const arithmetic =
  (name: string, combine: (a: Numeric, b: Numeric) => unknown): UpdateOperator =>
  (document, path, operand) => {
    const place = placeAt(document, path);
    const by = numberIn(operand, name);
    const before = place.get();
    place.set(combine(numberIn(before === undefined ? 0 : before, name), by));
  };

const extreme =
  (sign: 1 | -1): UpdateOperator =>
  (document, path, operand) => {
    const place = placeAt(document, path);
    const before = place.get();
    if (before === undefined || compareValues(operand, before) * sign > 0) place.set(operand);
  };

const set: UpdateOperator = (document, path, operand) => placeAt(document, path).set(operand);

const rename: UpdateOperator = (document, path, operand) => {
  if (typeof operand !== 'string' || operand === path) throw badValue('$rename needs another field name');
  const from = existingPlace(document, path);
  if (from === undefined) return;
  const value = from.get();
  from.remove();
  placeAt(document, operand).set(value);
};

const currentDate: UpdateOperator = (document, path, operand) => {
  if (operand !== true && !(isDoc(operand) && operand['$type'] === 'date'))
    throw badValue('$currentDate sets dates only');
  placeAt(document, path).set(new Date());
};

export const UPDATE_OPERATORS: Readonly<Record<string, UpdateOperator>> = {
  $set: set,
  $setOnInsert: set,
  $unset: (document, path) => existingPlace(document, path)?.remove(),
  $inc: arithmetic('$inc', add),
  $mul: arithmetic('$mul', multiply),
  $min: extreme(-1),
  $max: extreme(1),
  $rename: rename,
  $currentDate: currentDate,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};
