/** Pauses of one loop that end early when it is woken; once ended for good, it naps no more. */
export const napping = (ended: AbortSignal) => {
  let wake: () => void = () => undefined;

  const nap = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      if (ended.aborted || milliseconds <= 0) return setImmediate(resolve);
      const done = () => {
        clearTimeout(timer);
        ended.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      ended.addEventListener('abort', done, { once: true });
      wake = done;
      return undefined;
    });

  return { nap, wake: () => wake() };
};

/** Runs one action at a time, in the order they are asked for. */
export const turns = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(action: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(action, action);
    last = turn.catch(() => undefined);
    return turn;
  };
};

const LONGEST_MS = 5_000;

/** Milliseconds to wait after so many failures in a row. */
export const backoff = (failures: number): number => Math.min(LONGEST_MS, 50 * 2 ** Math.min(failures, 20));
