import type { Answer, Order } from './messages';

export type Running<Ready> = { readonly ready: Ready; readonly close: () => Promise<void> };

/** Says something to the launcher. */
export const say = (answer: Answer): void => void process.send?.(answer);

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const nothingMore = (): void => undefined;

/** The life of a child: start on order, stop on order, and never outlive the launcher. Other orders go to `hear`. */
export const runChild = <Start extends Order, Ready extends Answer>(
  isStart: (order: Order) => order is Start,
  start: (order: Start) => Promise<Running<Ready>>,
  hear: (order: Order) => void = nothingMore,
): void => {
  let running: Promise<Running<Ready>> | undefined;

  const stop = async () => {
    const started = await running?.catch(() => undefined);
    await started?.close();
    process.exit(0);
  };

  const begin = (order: Start) => {
    running = start(order);
    running.then(
      ({ ready }) => say(ready),
      (error: unknown) => {
        say({ kind: 'failed', reason: reasonOf(error) });
        process.exitCode = 1;
        process.disconnect?.();
      },
    );
  };

  process.on('message', (order: Order) => {
    if (isStart(order)) begin(order);
    hear(order);
    if (order.kind === 'stop') void stop();
    if (order.kind === 'memory') say({ kind: 'memory', rssBytes: process.memoryUsage().rss });
  });
  process.on('disconnect', () => void stop());
  // Ctrl-C reaches the whole group: the launcher decides when each child stops
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => void stop());
};
