import { checkedTail, damageOfStreams, readable } from './check-log';
import { type Growth, growthOf } from './growth';
import { decodeRecord, encodeRecord, type StoredEvent } from './record';
import { seal, unseal } from './seal';
import { ServerFault } from './server-fault';
import { openTables, type Tables } from './tables';

/** Last revision of a stream; `closed` once it has been tombstoned. */
export type StreamHead = { readonly number: number; readonly last: number; readonly closed: boolean };
export type NewEvent = Omit<StoredEvent, 'position' | 'revision'>;

const INDEX_BYTES = 16;

const isWithin = (revision: number, { last }: StreamHead): boolean => revision >= 0 && revision <= last;

/** Positions are 1, 2, 3 … without a gap; what is read was committed, or written by the running transaction. */
export class EventLog {
  readonly #tables: Tables;
  readonly #growth: Growth<'log' | 'streams' | 'index'>;
  readonly #waiting = new Set<() => void>();
  /** Why a stream that is not found may have been lost. */
  readonly #lost: string | undefined;
  #tail: number;

  /** Throws `format-newer`, or `record-corrupted` when it is not even known where the log ends. */
  constructor(folder: string, report: (fault: ServerFault) => void = () => undefined) {
    this.#tables = openTables(folder);
    this.#growth = growthOf<'log' | 'streams' | 'index'>(this.#tables, this.#tables.reserve);
    try {
      this.#tail = checkedTail(this.#tables);
    } catch (error) {
      void this.close();
      throw error;
    }
    this.#lost = damageOfStreams(this.#tables, this.#tail);
    if (this.#lost !== undefined) report(new ServerFault('record-corrupted', this.#lost));
  }

  /** Position of the newest event, 0 when there is none. */
  get tail(): number {
    return this.#tail;
  }

  at(position: number): StoredEvent {
    const sealed = this.#tables.log.getBinary(position);
    if (!sealed) throw new ServerFault('record-corrupted', `event ${position} is missing from the log`);
    return decodeRecord(position, sealed);
  }

  head(stream: string): StreamHead | undefined {
    const sealed = this.#tables.streams.getBinary(stream);
    if (sealed) return JSON.parse(unseal(stream, sealed).toString());
    if (this.#lost === undefined) return undefined;
    throw new ServerFault(
      'record-corrupted',
      `whether there is a stream ${stream} is not known: ${this.#lost}`,
    );
  }

  /** `head`: of this stream, for who looks up many. */
  find(stream: string, revision: number, head = this.head(stream)): StoredEvent | undefined {
    if (!head || !isWithin(revision, head)) return undefined;
    const what = `the index of revision ${revision} of ${stream}`;
    const position = readable(what, () => this.#tables.index.get([head.number, revision]));
    const event = Number.isSafeInteger(position) ? this.at(Number(position)) : undefined;
    if (event?.stream === stream && event.revision === revision) return event;
    throw new ServerFault('record-corrupted', `${what} is wrong`);
  }

  /** Only inside `transact`. */
  put(event: NewEvent, closes = false): StoredEvent {
    const { number, last } = this.#headOrNew(event.stream);
    const stored = this.#write(event, number, last + 1);
    this.#keepHead(event.stream, { number, last: stored.revision, closed: closes });
    return stored;
  }

  /** Events of one stream, in their order. Only inside `transact`. */
  putAll(stream: string, events: readonly NewEvent[]): StoredEvent[] {
    if (events.length === 0) return [];
    const { number, last } = this.#headOrNew(stream);
    const stored = events.map((event, index) => this.#write(event, number, last + 1 + index));
    this.#keepHead(stream, { number, last: last + stored.length, closed: false });
    return stored;
  }

  #headOrNew(stream: string): Pick<StreamHead, 'number' | 'last'> {
    return this.head(stream) ?? { number: this.#tail + 1, last: -1 };
  }

  #write(event: NewEvent, number: number, revision: number): StoredEvent {
    const stored = { ...event, position: ++this.#tail, revision };
    const record = encodeRecord(stored);
    this.#growth.note('log', record.byteLength);
    this.#tables.log.putSync(stored.position, record);
    this.#growth.note('index', INDEX_BYTES);
    this.#tables.index.putSync([number, revision], stored.position);
    return stored;
  }

  #keepHead(stream: string, head: StreamHead): void {
    const sealed = seal(stream, Buffer.from(JSON.stringify(head)));
    this.#growth.note('streams', sealed.byteLength);
    this.#tables.streams.putSync(stream, sealed);
  }

  /** All of it or nothing of it, and on disk when it returns; ENOSPC when the disk has no room for it. */
  transact(work: () => void): void {
    const before = this.#tail;
    this.#growth.forget();
    try {
      // a promise returned here would let the commit slip behind the answer
      this.#tables.environment.transactionSync(() => {
        work();
        this.#growth.settle();
      });
    } catch (error) {
      this.#tail = before;
      throw error;
    }
    for (const wake of [...this.#waiting]) wake();
  }

  /** Resolves when there is an event after the position, or when the signal aborts. */
  changed(after: number, signal: AbortSignal): Promise<void> {
    if (this.#tail > after || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  close(): Promise<void> {
    this.#tables.reserve.close();
    return this.#tables.environment.close();
  }
}
