import { refuse, type Refusal } from '@benkan/kernel';

/** The refusal of the first check that is true; undefined when none is. */
export const firstRefusal = <Code extends string>(
  ...checks: readonly (readonly [boolean, Code])[]
): Refusal<Code> | undefined => {
  const found = checks.find(([isSo]) => isSo);
  return found && refuse(found[1]);
};
