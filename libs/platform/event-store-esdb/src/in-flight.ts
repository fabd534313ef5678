/** Bounds what was sent and not yet answered, in number and in bytes; the first to ask is the first to enter. */
export type InFlight = {
  /** Resolves with the way out, or with nothing when the signal aborted first. */
  enter(bytes: number, signal: AbortSignal): Promise<(() => void) | undefined>;
};

type Waiter = { readonly bytes: number; readonly admit: () => void };

export const inFlight = (maxCount: number, maxBytes: number): InFlight => {
  const waiting = new Set<Waiter>();
  let count = 0;
  let bytes = 0;

  const fits = (more: number): boolean => count < maxCount && (count === 0 || bytes + more <= maxBytes);

  const admitWaiting = (): void => {
    for (const waiter of waiting) {
      if (!fits(waiter.bytes)) return;
      waiting.delete(waiter);
      waiter.admit();
    }
  };

  const take = (taken: number): (() => void) => {
    count += 1;
    bytes += taken;
    return () => {
      count -= 1;
      bytes -= taken;
      admitWaiting();
    };
  };

  return {
    enter(wanted, signal) {
      if (signal.aborted) return Promise.resolve(undefined);
      if (waiting.size === 0 && fits(wanted)) return Promise.resolve(take(wanted));
      return new Promise((resolve) => {
        const giveUp = (): void => {
          waiting.delete(waiter);
          resolve(undefined);
          admitWaiting();
        };
        const admit = (): void => {
          signal.removeEventListener('abort', giveUp);
          resolve(take(wanted));
        };
        const waiter: Waiter = { bytes: wanted, admit };
        signal.addEventListener('abort', giveUp, { once: true });
        waiting.add(waiter);
      });
    },
  };
};
