import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

type Word<Ready> = { readonly ready: Ready } | { readonly failed: string };

export type Child<Ready> = {
  readonly ready: Ready;
  readonly pid: number;
  /** Kills it and waits until it is gone. */
  readonly end: () => Promise<void>;
};

/** Runs a file of this folder as a process of its own, gives it an order and waits until it is ready. */
export const startChild = async <Order extends object, Ready>(
  file: string,
  order: Order,
): Promise<Child<Ready>> => {
  const child = fork(join(__dirname, file), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const gone = once(child, 'exit');
  child.send(order);
  const word = await Promise.race([
    once(child, 'message').then(([said]) => said as Word<Ready>),
    gone.then(([status]): Word<Ready> => ({ failed: `it ended with status ${status}` })),
  ]);
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  if ('ready' in word) return { ready: word.ready, pid: child.pid ?? 0, end };
  await end();
  throw new Error(`${file}: ${word.failed}`);
};

/** The other end: starts on the parent's order, and never outlives it. */
export const serveParent = <Order, Ready>(start: (order: Order) => Promise<Ready>): void => {
  const say = (word: Word<Ready>): void => void process.send?.(word);
  process.once('message', (order) => {
    start(order as Order).then(
      (ready) => say({ ready }),
      (error: unknown) => say({ failed: String(error) }),
    );
  });
  process.once('disconnect', () => process.exit(0));
};
