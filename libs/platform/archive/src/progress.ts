/** What is being done, and how much of it: events, records or lines. `total` where it is known. */
export type Progress = {
  readonly phase: 'events' | 'vault' | 'keys' | 'verifying' | 'comparing';
  readonly done: number;
  readonly total?: number;
};

export type OnProgress = (progress: Progress) => void;

const EVERY = 1_000;

/** Counts one thing done, and tells now and then. */
export const counting = (phase: Progress['phase'], onProgress: OnProgress, total?: number) => {
  let done = 0;
  const tell = (): void => onProgress({ phase, done, ...(total === undefined ? {} : { total }) });
  return {
    add: (more = 1): void => {
      const before = Math.floor(done / EVERY);
      done += more;
      if (Math.floor(done / EVERY) > before) tell();
    },
    tell,
    done: () => done,
  };
};
