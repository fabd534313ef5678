import type { EventLog, StreamHead } from './event-log';
import { isClosed, isHidden, retentionOf } from './stream-metadata';

/** Which revisions of a stream a reader may see. */
export type StreamWindow =
  | { readonly kind: 'missing' }
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'open';
      readonly head: StreamHead;
      readonly first: number;
      readonly last: number;
      /** Milliseconds since 1970. */
      readonly notBefore: number;
    };

/** Applies tombstone, soft delete, `$tb`, `$maxCount` and `$maxAge` as they stand at this instant. */
export const windowOf = (log: EventLog, stream: string, now: number): StreamWindow => {
  const head = log.head(stream);
  if (isClosed(log, stream, head)) return { kind: 'closed' };
  const retention = retentionOf(log, stream);
  if (!head || isHidden(retention)) return { kind: 'missing' };
  const { last } = head;
  const { truncateBefore = 0, maxCount = last + 1, maxAge } = retention;
  const first = Math.max(truncateBefore, last + 1 - maxCount, 0);
  return { kind: 'open', head, first, last, notBefore: maxAge === undefined ? 0 : now - maxAge * 1000 };
};
