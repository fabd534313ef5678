type Unit = { readonly id: string; readonly parentId: string | null };

/** A unit and those it lies in, from the root down; empty for one the tree does not hold. */
const lineOf = (parents: ReadonlyMap<string, string | null>, unitId: string): readonly string[] => {
  const line: string[] = [];
  let next: string | null | undefined = unitId;
  while (typeof next === 'string' && parents.has(next) && !line.includes(next)) {
    line.unshift(next);
    next = parents.get(next);
  }
  return line;
};

/** The smallest unit all of them lie in; undefined where there is none, or nothing was named. */
export const commonUnit = (tree: Iterable<Unit>, unitIds: readonly string[]): string | undefined => {
  const parents = new Map([...tree].map(({ id, parentId }) => [id, parentId]));
  const [first, ...others] = unitIds.map((unitId) => lineOf(parents, unitId));
  if (first === undefined) return undefined;
  return first.findLast((unitId, depth) => others.every((line) => line[depth] === unitId));
};
