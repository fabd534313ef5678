import { ServerFault, badValue } from '../faults';
import { pipelineOf } from '../aggregate/pipeline';
import { isDoc, type Doc } from '../values/document';
import { UPDATE_OPERATORS } from './operators';

export interface Change {
  readonly kind: 'replacement' | 'operators' | 'pipeline';
  /** The new document; may reuse and alter the one given. */
  apply(document: Doc, inserting: boolean): Doc;
}

const UPDATE_STAGES: readonly string[] = [
  '$set',
  '$addFields',
  '$unset',
  '$project',
  '$replaceWith',
  '$replaceRoot',
];

interface Step {
  readonly name: string;
  readonly path: string;
  readonly operand: unknown;
}

const overlap = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

const touched = ({ name, path, operand }: Step): readonly string[] =>
  name === '$rename' && typeof operand === 'string' ? [path, operand] : [path];

const checkSteps = (steps: readonly Step[]): void => {
  const taken: string[] = [];
  for (const path of steps.flatMap(touched)) {
    if (path.split('.').some((part) => part.startsWith('$')))
      throw badValue(`positional paths are not supported: ${path}`);
    if (path.split('.').includes(''))
      throw badValue(`The update path '${path}' contains an empty field name`);
    if (taken.some((other) => overlap(other, path))) {
      throw new ServerFault(40, `Updating the path '${path}' would create a conflict at '${path}'`);
    }
    taken.push(path);
  }
};

const stepsOf = (update: Doc): readonly Step[] =>
  Object.entries(update).flatMap(([name, fields]) => {
    if (!(name in UPDATE_OPERATORS)) throw new ServerFault(9, `Unknown modifier: ${name}`);
    if (!isDoc(fields))
      throw new ServerFault(9, `Modifiers operate on fields but we found another type for ${name}`);
    return Object.entries(fields).map(([path, operand]) => ({ name, path, operand }));
  });

const byOperators = (update: Doc): Change => {
  const steps = stepsOf(update);
  checkSteps(steps);
  // new fields appear in the order of their names
  const ordered = [...steps].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    kind: 'operators',
    apply: (document, inserting) => {
      for (const { name, path, operand } of ordered) {
        if (name !== '$setOnInsert' || inserting) UPDATE_OPERATORS[name]?.(document, path, operand);
      }
      return document;
    },
  };
};

const byReplacement = (replacement: Doc): Change => {
  const dollar = Object.keys(replacement).find((name) => name.startsWith('$'));
  if (dollar !== undefined)
    throw new ServerFault(52, `The dollar ($) prefixed field '${dollar}' is not valid for storage`);
  return {
    kind: 'replacement',
    apply: (document) => {
      const { _id = document['_id'], ...rest } = replacement;
      return _id === undefined ? rest : { _id, ...rest };
    },
  };
};

const byPipeline = (stages: readonly unknown[]): Change => {
  const run = pipelineOf(stages, UPDATE_STAGES);
  return {
    kind: 'pipeline',
    apply: (document) => {
      const [changed] = run([document]);
      if (changed === undefined) throw new ServerFault(1, 'an update pipeline yielded no document');
      const { _id = document['_id'], ...rest } = changed;
      return _id === undefined ? rest : { _id, ...rest };
    },
  };
};

/** Reads what an update asks: operators, a whole document, or a pipeline of `UPDATE_STAGES`. */
export const changeOf = (update: unknown): Change => {
  if (Array.isArray(update)) return byPipeline(update as unknown[]);
  if (!isDoc(update)) throw new ServerFault(9, 'Update argument must be either an object or an array');
  return Object.keys(update)[0]?.startsWith('$') ? byOperators(update) : byReplacement(update);
};
