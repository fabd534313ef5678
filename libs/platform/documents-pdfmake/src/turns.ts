/** Runs at most so many tasks at once; the others wait in order. A failed task frees its turn. */
export const turns = (atOnce: number) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const enter = () =>
    running < atOnce ? (running++, Promise.resolve()) : new Promise<void>((resolve) => waiting.push(resolve));
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else running--;
  };
  return async <T>(task: () => Promise<T>): Promise<T> => {
    await enter();
    try {
      return await task();
    } finally {
      leave();
    }
  };
};
