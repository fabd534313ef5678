import { StoreUnavailable } from '@benkan/event-store';

/** As much as is used of the client's streams, which are declared in a way of their own. */
export type Source = {
  read(): unknown;
  resume(): unknown;
  on(event: string, listener: (...args: unknown[]) => void): Source;
  off(event: string, listener: (...args: unknown[]) => void): unknown;
};

export type Pull<From, To, Stream extends Source> = {
  /** Called when the first item is asked for. */
  readonly open: () => Stream;
  /** What an item is to the reader; undefined leaves it out. */
  readonly as: (item: From) => To | undefined;
  /** Called once, when nothing more comes. Throws what the reader is to be told, if anything. */
  readonly over: (failure?: { readonly error: unknown }) => void;
  /** Called once a stream was opened and is read no more, however that came. */
  readonly left: (stream: Stream) => void;
  readonly signal?: AbortSignal;
  /** `StoreUnavailable` when the next item takes longer; the reader's own time is not counted. */
  readonly idleMs?: number;
};

type Waiting = { readonly signal?: AbortSignal | undefined; readonly idleMs?: number | undefined };

const idle = (idleMs: number): StoreUnavailable => new StoreUnavailable(`nothing came for ${idleMs} ms`);

/** Follows what happens to a stream of the client. */
const watch = <Stream extends Source>(stream: Stream) => {
  let failure: { readonly error: unknown } | undefined;
  let ended = false;
  let wake = (): void => undefined;
  const onReadable = (): void => wake();
  // heard for ever: the client still tells errors after everyone has left, and one nobody hears ends the process
  stream.on('error', (error) => {
    failure ??= { error };
    wake();
  });
  const onEnd = (): void => {
    ended = true;
    wake();
  };
  stream.on('readable', onReadable).on('end', onEnd).on('close', onEnd);
  return {
    stream,
    /** Throws what the stream failed of. */
    isOver: (): boolean => {
      if (failure !== undefined) throw failure.error;
      return ended;
    },
    changed: ({ signal, idleMs }: Waiting): Promise<void> =>
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
      wake();
    },
  };
};

type Step<To> = IteratorResult<To, undefined>;

const DONE = { done: true, value: undefined } as const;

/**
 * The items of a stream one by one, until it ends, fails or the signal aborts; one is asked for at a time. Never
 * destroys the stream. Written out by hand: a generator costs more an item than reading it does.
 */
export const pulled = <From, To, Stream extends Source>(
  options: Pull<From, To, Stream>,
): AsyncIterableIterator<To, undefined> => {
  const { open, as, over, left, signal, idleMs } = options;
  let watched: ReturnType<typeof watch<Stream>> | undefined;
  let isOver = false;

  const leave = (): void => {
    if (isOver) return;
    isOver = true;
    watched?.leave();
    if (watched !== undefined) left(watched.stream);
  };

  const isWanted = (): boolean => !isOver && signal?.aborted !== true;

  /** What lies there already. */
  const there = (): To | undefined => {
    for (
      let item = watched?.stream.read();
      item !== null && item !== undefined;
      item = watched?.stream.read()
    ) {
      const told = as(item as From);
      if (told !== undefined) return told;
    }
    return undefined;
  };

  const ended = (failure?: { readonly error: unknown }): typeof DONE => {
    if (isOver) return DONE;
    leave();
    over(failure);
    return DONE;
  };

  const waited = async (): Promise<Step<To>> => {
    try {
      while (isWanted()) {
        watched ??= watch(open());
        const value = there();
        if (value !== undefined) return { done: false, value };
        if (watched.isOver()) break;
        await watched.changed({ signal, idleMs });
      }
    } catch (error) {
      return ended({ error });
    }
    return ended();
  };

  const next = (): Promise<Step<To>> => {
    if (watched === undefined || !isWanted()) return waited();
    try {
      const value = there();
      return value === undefined ? waited() : Promise.resolve({ done: false, value });
    } catch (error) {
      return Promise.resolve({ error }).then(ended);
    }
  };

  return {
    next,
    return: async () => {
      leave();
      return DONE;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
