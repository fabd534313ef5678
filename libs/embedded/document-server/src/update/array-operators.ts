import { ServerFault, badValue } from '../faults';
import { prepareFilter } from '../query/filter';
import { matching } from '../query/matching';
import { equalValues } from '../values/compare';
import { isDoc, type Doc } from '../values/document';
import type { UpdateOperator } from './operators';
import { existingPlace, placeAt } from './place';

const listAt = (value: unknown, path: string): unknown[] => {
  if (value === undefined) return [];
  if (Array.isArray(value)) return [...(value as unknown[])];
  throw new ServerFault(2, `The field '${path}' must be an array`);
};

const eachOf = (operand: unknown, allowed: readonly string[]): readonly unknown[] => {
  if (!isDoc(operand) || !('$each' in operand)) return [operand];
  const unknown = Object.keys(operand).find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw badValue(`Unrecognized or unsupported clause in array update: ${unknown}`);
  if (!Array.isArray(operand['$each'])) throw badValue('The argument to $each must be an array');
  return operand['$each'] as unknown[];
};

const integerOf = (operand: unknown, name: string): number | undefined => {
  const value = isDoc(operand) && '$each' in operand ? operand[name] : undefined;
  if (value !== undefined && !Number.isInteger(value))
    throw badValue(`The value for ${name} must be an integer`);
  return value as number | undefined;
};

const sliced = (list: unknown[], size: number | undefined): unknown[] => {
  if (size === undefined) return list;
  return size < 0 ? list.slice(size) : list.slice(0, size);
};

export const push: UpdateOperator = (document, path, operand) => {
  const place = placeAt(document, path);
  const list = listAt(place.get(), path);
  const each = eachOf(operand, ['$each', '$slice', '$position']);
  list.splice(integerOf(operand, '$position') ?? list.length, 0, ...each);
  place.set(sliced(list, integerOf(operand, '$slice')));
};

export const addToSet: UpdateOperator = (document, path, operand) => {
  const place = placeAt(document, path);
  const list = listAt(place.get(), path);
  for (const value of eachOf(operand, ['$each'])) {
    if (!list.some((held) => equalValues(held, value))) list.push(value);
  }
  place.set(list);
};

export const pop: UpdateOperator = (document, path, operand) => {
  if (operand !== 1 && operand !== -1) throw new ServerFault(9, '$pop expects 1 or -1');
  const place = existingPlace(document, path);
  if (place === undefined) return;
  const list = listAt(place.get(), path);
  place.set(operand === 1 ? list.slice(0, -1) : list.slice(1));
};

type Test = (element: unknown) => boolean;

const pullTest = (operand: unknown): Test => {
  if (isDoc(operand) && !Object.keys(operand).some((name) => name.startsWith('$'))) {
    const matches = matching(prepareFilter(operand));
    return (element) => isDoc(element) && matches(element);
  }
  const matches = matching(prepareFilter({ element: operand } satisfies Doc));
  return (element) => matches({ element });
};

const without = (document: Doc, path: string, test: Test): void => {
  const place = existingPlace(document, path);
  if (place !== undefined) place.set(listAt(place.get(), path).filter((element) => !test(element)));
};

export const pull: UpdateOperator = (document, path, operand) => without(document, path, pullTest(operand));

export const pullAll: UpdateOperator = (document, path, operand) => {
  if (!Array.isArray(operand)) throw badValue('$pullAll requires an array argument');
  without(document, path, (element) => operand.some((value) => equalValues(value, element)));
};
