/**
 * The task's result, or `instead` once `limitMs` have passed. The task may go on behind it: `late` aborts then.
 * What it throws afterwards is heard by nobody.
 */
export const withinTime = async <Result>(
  limitMs: number,
  instead: Result,
  task: (late: AbortSignal, lateness: Promise<Result>) => Promise<Result>,
): Promise<Result> => {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const lateness = new Promise<Result>((resolve) => {
    timer = setTimeout(() => {
      late.abort();
      resolve(instead);
    }, limitMs);
  });
  try {
    return await Promise.race([task(late.signal, lateness), lateness]);
  } finally {
    clearTimeout(timer);
  }
};
