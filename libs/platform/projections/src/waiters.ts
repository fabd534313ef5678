/** Promises that resolve when a position is reached, or with false when their time is up. */
export const positionWaiters = () => {
  let reached = -1n;
  const waiting = new Set<{ readonly target: bigint; readonly done: (reached: boolean) => void }>();

  const moveTo = (position: bigint) => {
    if (position > reached) reached = position;
    for (const waiter of waiting) if (waiter.target <= reached) waiter.done(true);
  };

  const waitFor = (target: bigint, milliseconds: number): Promise<boolean> => {
    if (target <= reached) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiter.done(false), milliseconds);
      const waiter = {
        target,
        done: (result: boolean) => {
          clearTimeout(timer);
          waiting.delete(waiter);
          resolve(result);
        },
      };
      waiting.add(waiter);
    });
  };

  return { moveTo, waitFor, reached: () => reached };
};
