export type Task = () => Promise<void>;

/** All lanes at once, each doing its tasks one after another. */
export const inLanes = async (lanes: readonly (readonly Task[])[]): Promise<void> => {
  await Promise.all(
    lanes.map(async (tasks) => {
      for (const task of tasks) await task();
    }),
  );
};

/** Tasks dealt to `count` lanes in turn, so that neighbours are under way together. */
export const dealt = (tasks: readonly Task[], count: number): readonly (readonly Task[])[] =>
  Array.from({ length: count }, (_, lane) => tasks.filter((_task, index) => index % count === lane));

/** The same task, its milliseconds noted. */
export const noting =
  (latencies: number[], task: Task): Task =>
  async () => {
    const started = performance.now();
    await task();
    latencies.push(performance.now() - started);
  };

/** What `make` makes of 0 to `count` − 1. */
export const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
