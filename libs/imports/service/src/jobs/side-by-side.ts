/** Works on items, some at a time; the results stand in the order of the items. Throws where the signal was given. */
export const sideBySide = async <Item, Result>(
  items: readonly Item[],
  { width, signal }: { readonly width: number; readonly signal?: AbortSignal },
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      signal?.throwIfAborted();
      results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
};
