import { type AdmittedEvent, admit } from './admission';
import type {
  AppendOutcome,
  EventStore,
  Expected,
  Position,
  ReadOptions,
  RecordedEvent,
  SubscribeOptions,
  SubscriptionItem,
} from './event-store';
import { StoreUnavailable } from './event-store';

type State = {
  readonly log: RecordedEvent[];
  readonly streams: Map<string, RecordedEvent[]>;
  readonly waiting: Set<() => void>;
  closed: boolean;
};

const CONFLICT: AppendOutcome = { kind: 'conflict' };
const isSystem = (event: RecordedEvent): boolean => event.type.startsWith('$');

// nobody may change what was stored through what was read
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
};

const committed = (last: RecordedEvent | undefined): AppendOutcome =>
  last ? { kind: 'committed', revision: last.revision, position: last.position } : CONFLICT;

const repeated = (
  stored: readonly RecordedEvent[],
  after: number,
  events: readonly AdmittedEvent[],
): AppendOutcome => {
  const same = events.every(({ id }, index) => stored[after + 1 + index]?.id === id);
  return same ? committed(stored[after + events.length]) : CONFLICT;
};

const write = (state: State, stream: string, events: readonly AdmittedEvent[]): AppendOutcome => {
  const stored = state.streams.get(stream) ?? [];
  state.streams.set(stream, stored);
  for (const { id, type, data, metadata } of events) {
    const at = BigInt(state.log.length + 1);
    const revision = BigInt(stored.length);
    const position: Position = { commit: at, prepare: at };
    const event = frozen({
      stream,
      revision,
      id,
      type,
      data: JSON.parse(data) as unknown,
      metadata: JSON.parse(metadata) as unknown,
      position,
      recordedAt: new Date(),
    });
    stored.push(event);
    state.log.push(event);
  }
  for (const wake of [...state.waiting]) wake();
  return committed(stored.at(-1));
};

const append = (
  state: State,
  stream: string,
  expected: Expected,
  events: readonly AdmittedEvent[],
): AppendOutcome => {
  const stored = state.streams.get(stream) ?? [];
  const current = BigInt(stored.length) - 1n;
  const exact = expected === 'no-stream' ? -1n : expected;
  if (exact === current) return write(state, stream, events);
  return exact < current ? repeated(stored, Number(exact), events) : CONFLICT;
};

const selected = (
  stored: readonly RecordedEvent[],
  { from, direction = 'forwards', limit = Infinity }: ReadOptions,
): RecordedEvent[] => {
  const forwards = direction === 'forwards';
  const wanted = stored.filter(
    ({ revision }) => from === undefined || (forwards ? revision >= from : revision <= from),
  );
  return (forwards ? wanted : wanted.reverse()).slice(0, limit);
};

const assertOpen = (state: State): void => {
  if (state.closed) throw new StoreUnavailable('the store is closed');
};

async function* read(state: State, stream: string, options: ReadOptions): AsyncGenerator<RecordedEvent> {
  assertOpen(state);
  for (const event of selected(state.streams.get(stream) ?? [], options)) yield event;
}

const changed = (state: State, seen: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = (): void => {
      state.waiting.delete(wake);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    if (state.log.length > seen || state.closed || signal.aborted) return wake();
    state.waiting.add(wake);
    return signal.addEventListener('abort', wake, { once: true });
  });

async function* subscribe(
  state: State,
  { from, signal }: SubscribeOptions,
): AsyncGenerator<SubscriptionItem> {
  let seen = Number(from?.commit ?? 0n);
  let caughtUp = false;
  while (!signal.aborted) {
    assertOpen(state);
    const event = state.log[seen];
    if (event) {
      seen += 1;
      yield isSystem(event) ? { kind: 'checkpoint', position: event.position } : { kind: 'event', event };
      continue;
    }
    if (!caughtUp) yield { kind: 'caught-up' };
    caughtUp = true;
    await changed(state, seen, signal);
  }
}

/** A store without a server: the same outcomes, for suites in memory. Nothing survives `close`. */
export const inMemoryStore = (): EventStore => {
  const state: State = { log: [], streams: new Map(), waiting: new Set(), closed: false };
  return {
    async append(stream, expected, proposed) {
      if (state.closed) return { kind: 'unknown', detail: 'the store is closed' };
      const admission = admit(proposed);
      return admission.kind === 'refused' ? admission : append(state, stream, expected, admission.events);
    },
    read: (stream, options = {}) => read(state, stream, options),
    async head() {
      assertOpen(state);
      const newest = state.log.findLast((event) => !isSystem(event));
      return newest && { ...newest.position, recordedAt: newest.recordedAt };
    },
    subscribe: (options) => subscribe(state, options),
    async close() {
      state.closed = true;
      for (const wake of [...state.waiting]) wake();
    },
  };
};
