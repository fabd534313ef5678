import type { Territories } from './territories';

/** Each item in every territory its unit lies in. */
export const byTerritory = <Item>(
  items: Iterable<Item>,
  unitOf: (item: Item) => string | undefined,
  { around }: Territories,
): ((territoryId: string) => readonly Item[]) => {
  const placed = new Map<string, Item[]>();
  for (const item of items) {
    const unitId = unitOf(item);
    for (const territoryId of unitId === undefined ? [] : around(unitId)) {
      const here = placed.get(territoryId);
      if (here === undefined) placed.set(territoryId, [item]);
      else here.push(item);
    }
  }
  return (territoryId) => placed.get(territoryId) ?? [];
};
