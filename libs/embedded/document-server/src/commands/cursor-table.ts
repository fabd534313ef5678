import { randomBytes } from 'node:crypto';
import { ServerFault } from '../faults';
import type { Collection } from '../store/catalogue';
import type { CursorReply } from '../wire/reply';

const BATCH_BYTES = 16 * 1024 * 1024;

interface Open {
  readonly namespace: string;
  readonly collection: Collection | undefined;
  readonly rest: Iterator<Buffer>;
  /** taken from `rest` to learn whether there is more */
  ahead: Buffer | undefined;
  usedAt: number;
  readonly keep: boolean;
}

export interface Opening {
  readonly namespace: string;
  readonly collection?: Collection | undefined;
  readonly documents: Iterable<Buffer>;
  readonly batchSize: number;
  readonly single?: boolean;
  readonly keep?: boolean;
}

export interface CursorTable {
  open(opening: Opening): CursorReply;
  /** `batchSize` 0: as many as 16 MiB hold */
  more(id: bigint, namespace: string, batchSize: number): CursorReply;
  kill(id: bigint): boolean;
  /** closes what was idle for longer than allowed */
  expire(): void;
}

export interface CursorOptions {
  readonly idleMs: number;
  readonly now: () => number;
  readonly alive: (collection: Collection) => boolean;
}

const next = (cursor: Open): Buffer | undefined => {
  const { value, done } = cursor.rest.next();
  return done === true ? undefined : (value as Buffer);
};

const take = (cursor: Open, most: number): readonly Buffer[] => {
  const batch: Buffer[] = [];
  let bytes = 0;
  while (
    cursor.ahead !== undefined &&
    batch.length < most &&
    (batch.length === 0 || bytes + cursor.ahead.length <= BATCH_BYTES)
  ) {
    batch.push(cursor.ahead);
    bytes += cursor.ahead.length;
    cursor.ahead = next(cursor);
  }
  return batch;
};

const freshId = (): bigint => (randomBytes(8).readBigUInt64BE() >> 1n) | 1n;

export const cursorTable = ({ idleMs, now, alive }: CursorOptions): CursorTable => {
  const table = new Map<bigint, Open>();

  const close = (id: bigint): boolean => {
    table.get(id)?.rest.return?.();
    return table.delete(id);
  };

  const found = (id: bigint, namespace: string): Open => {
    const cursor = table.get(id);
    if (cursor === undefined) throw new ServerFault(43, `cursor id ${id} not found`);
    if (cursor.namespace !== namespace) {
      throw new ServerFault(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to '${cursor.namespace}'`,
      );
    }
    if (cursor.collection === undefined || alive(cursor.collection)) return cursor;
    close(id);
    throw new ServerFault(175, 'collection dropped while the cursor was open');
  };

  return {
    open: ({ namespace, collection, documents, batchSize, single = false, keep = false }) => {
      const cursor: Open = {
        namespace,
        collection,
        rest: documents[Symbol.iterator](),
        ahead: undefined,
        usedAt: now(),
        keep,
      };
      cursor.ahead = next(cursor);
      const batch = take(cursor, batchSize);
      const id = cursor.ahead === undefined || single ? 0n : freshId();
      if (id === 0n) cursor.rest.return?.();
      else table.set(id, cursor);
      return { batch: 'firstBatch', documents: batch, id, namespace };
    },
    more: (id, namespace, batchSize) => {
      const cursor = found(id, namespace);
      cursor.usedAt = now();
      const batch = take(cursor, batchSize === 0 ? Infinity : batchSize);
      if (cursor.ahead === undefined) close(id);
      return { batch: 'nextBatch', documents: batch, id: table.has(id) ? id : 0n, namespace };
    },
    kill: close,
    expire: () => {
      const oldest = now() - idleMs;
      for (const [id, { usedAt, keep }] of table) if (usedAt < oldest && !keep) close(id);
    },
  };
};
