import { StoreUnavailable } from '@benkan/event-store';

/** As much as is used of the client's streams, which are declared in a way of their own. */
type Source = {
  read(): unknown;
  resume(): unknown;
  on(event: string, listener: (...args: unknown[]) => void): Source;
  off(event: string, listener: (...args: unknown[]) => void): unknown;
};

export type PullOptions = {
  readonly signal?: AbortSignal;
  /** Throws `StoreUnavailable` when the next item takes longer; the reader's own time is not counted. */
  readonly idleMs?: number;
};

const idle = (idleMs: number): StoreUnavailable => new StoreUnavailable(`nothing came for ${idleMs} ms`);

/** Follows what happens to a stream of the client. */
const watch = (stream: Source) => {
  let failure: unknown;
  let ended = false;
  let wake = (): void => undefined;
  const onReadable = (): void => wake();
  // heard for ever: the client still tells errors after everyone has left, and one nobody hears ends the process
  stream.on('error', (error) => {
    failure ??= error;
    wake();
  });
  const onEnd = (): void => {
    ended = true;
    wake();
  };
  stream.on('readable', onReadable).on('end', onEnd).on('close', onEnd);
  return {
    failure: () => failure,
    ended: () => ended,
    changed: ({ signal, idleMs }: PullOptions): Promise<void> =>
      new Promise((resolve, reject) => {
        const timer = idleMs === undefined ? undefined : setTimeout(() => reject(idle(idleMs)), idleMs);
        const done = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', done);
          resolve();
        };
        wake = done;
        signal?.addEventListener('abort', done, { once: true });
      }),
    // a call left with unread messages never hears of its own end: what still comes is let run out
    leave: () => {
      stream.off('readable', onReadable);
      setImmediate(() => stream.resume());
    },
  };
};

/** The items of a stream as they are asked for, until it ends, fails or the signal aborts. Never destroys it. */
export async function* pulled<T>(stream: Source, options: PullOptions = {}): AsyncGenerator<T> {
  const watched = watch(stream);
  try {
    while (!options.signal?.aborted) {
      const item = stream.read() as T | null;
      if (item !== null) {
        yield item;
        continue;
      }
      if (watched.failure() !== undefined) throw watched.failure();
      if (watched.ended()) return;
      await watched.changed(options);
    }
  } finally {
    watched.leave();
  }
}
