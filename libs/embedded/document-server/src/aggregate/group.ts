import { ServerFault } from '../faults';
import { compareValues, identity } from '../values/compare';
import { isDoc, type Doc } from '../values/document';
import { total } from '../values/total';
import { checkExpression, valueOf } from './expression';
import { isMissing } from './scalar-operators';

interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

const summing = (result: 'sum' | 'average') => (): Accumulator => {
  const running = total();
  return { add: (value) => running.add(value), result: () => running[result]() };
};

const extreme = (sign: 1 | -1) => (): Accumulator => {
  let best: unknown;
  return {
    add: (value) => {
      if (!isMissing(value) && (best === undefined || compareValues(value, best) * sign > 0)) best = value;
    },
    result: () => best ?? null,
  };
};

const first = (): Accumulator => {
  const seen: unknown[] = [];
  return { add: (value) => void (seen.length === 0 && seen.push(value)), result: () => seen[0] ?? null };
};

const last = (): Accumulator => {
  let held: unknown;
  return { add: (value) => void (held = value), result: () => held ?? null };
};

const push = (): Accumulator => {
  const all: unknown[] = [];
  return { add: (value) => void (value !== undefined && all.push(value)), result: () => all };
};

const addToSet = (): Accumulator => {
  const all = new Map<string, unknown>();
  return {
    add: (value) => {
      if (value === undefined) return;
      const key = identity(value);
      if (!all.has(key)) all.set(key, value);
    },
    result: () => [...all.values()],
  };
};

const ACCUMULATORS: Readonly<Record<string, () => Accumulator>> = {
  $sum: summing('sum'),
  $avg: summing('average'),
  $min: extreme(-1),
  $max: extreme(1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
  $count: summing('sum'),
};

interface Output {
  readonly name: string;
  readonly make: () => Accumulator;
  readonly expression: unknown;
}

const outputOf = (name: string, spec: unknown): Output => {
  const [operator = '', ...others] = isDoc(spec) ? Object.keys(spec) : [];
  if (!isDoc(spec) || others.length > 0 || /^\$|\./.test(name)) {
    throw new ServerFault(40234, `The field '${name}' must be an accumulator object`);
  }
  const make = ACCUMULATORS[operator];
  if (make === undefined) throw new ServerFault(15952, `unknown group operator '${operator}'`);
  const expression = operator === '$count' ? 1 : spec[operator];
  checkExpression(expression);
  return { name, make, expression };
};

interface Group {
  readonly id: unknown;
  readonly accumulators: readonly Accumulator[];
}

/** `$group`: keys are equal as BSON values are; groups come in the order they were first met. */
export const group = (spec: unknown): ((documents: Iterable<Doc>) => Iterable<Doc>) => {
  if (!isDoc(spec) || !('_id' in spec))
    throw new ServerFault(15955, 'a group specification must include an _id');
  const { _id: id, ...fields } = spec;
  checkExpression(id);
  const outputs = Object.entries(fields).map(([name, field]) => outputOf(name, field));
  // one evaluation a document
  const expression = { id, values: outputs.map((output) => output.expression) };
  return function* (documents) {
    const groups = new Map<string, Group>();
    for (const document of documents) {
      const evaluated = valueOf(document, expression) as {
        readonly id: unknown;
        readonly values: readonly unknown[];
      };
      const key = identity(evaluated.id ?? null);
      const found = groups.get(key) ?? {
        id: evaluated.id ?? null,
        accumulators: outputs.map(({ make }) => make()),
      };
      groups.set(key, found);
      found.accumulators.forEach((accumulator, at) => accumulator.add(evaluated.values[at]));
    }
    for (const { id: key, accumulators } of groups.values()) {
      const results = outputs.map(({ name }, at) => [name, accumulators[at]?.result()] as const);
      yield { _id: key, ...Object.fromEntries(results) };
    }
  };
};
