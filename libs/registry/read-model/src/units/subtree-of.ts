type Unit = { readonly id: string; readonly parentId: string | null };

const childrenOf = (units: Iterable<Unit>): ReadonlyMap<string, readonly string[]> => {
  const children = new Map<string, string[]>();
  for (const { id, parentId } of units) {
    if (parentId === null) continue;
    const siblings = children.get(parentId);
    if (siblings === undefined) children.set(parentId, [id]);
    else siblings.push(id);
  }
  return children;
};

/** The root and every unit below it, each once; a root nobody registered stands alone. */
export const subtreeOf = (units: Iterable<Unit>, rootId: string): string[] => {
  const children = childrenOf(units);
  const found = new Set([rootId]);
  // a set may grow while it is walked
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child);
  return [...found];
};
