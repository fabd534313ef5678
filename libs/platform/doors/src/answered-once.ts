import { LRUCache } from 'lru-cache';

/** Answers a question once for each key; the `max` keys last asked for are remembered. A failure is not. */
export const answeredOnce = <Answer extends object>(max: number) => {
  const known = new LRUCache<string, Answer>({ max });
  return async (key: string, answer: () => Promise<Answer>): Promise<Answer> => {
    const found = known.get(key) ?? (await answer());
    known.set(key, found);
    return found;
  };
};
