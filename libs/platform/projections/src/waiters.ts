/** Promises that resolve when a position is reached, or with false when their time is up. */
export const positionWaiters = (reached: () => bigint, onWait: () => void = () => undefined) => {
  const waiting = new Set<{ readonly target: bigint; readonly done: (reached: boolean) => void }>();

  /** To be called whenever the position may have moved. */
  const moved = () => {
    const now = reached();
    for (const waiter of waiting) if (waiter.target <= now) waiter.done(true);
  };

  const waitFor = (target: bigint, milliseconds: number): Promise<boolean> => {
    if (target <= reached()) return Promise.resolve(true);
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
      onWait();
    });
  };

  return { moved, waitFor, waiting: () => waiting.size };
};
