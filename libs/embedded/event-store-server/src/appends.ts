import { type Expected, ruleOn, type StreamSituation } from './append-rule';
import type { Task } from './commit-queue';
import type { EventLog } from './event-log';
import type { RecentIds } from './recent-ids';
import { ServerFault } from './server-fault';
import { isClosed, isHidden, metadataOf, metastreamOf, nameOf, retentionOf } from './stream-metadata';
import { systemEvent } from './system-event';

export type Proposed = {
  readonly id: string;
  readonly type: string;
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
};

export type AppendRequest = {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly Proposed[];
};

/** `last` is -1 for a stream without events. */
export type AppendResult =
  | { readonly kind: 'appended'; readonly last: number; readonly position: number | undefined }
  | { readonly kind: 'wrong-version'; readonly last: number }
  | { readonly kind: 'closed' };

const MAX_NAME_BYTES = 1_000;

const checkName = (stream: string): void => {
  const bytes = Buffer.byteLength(nameOf(stream));
  if (bytes === 0 || bytes > MAX_NAME_BYTES)
    throw new ServerFault('bad-request', `a stream name has 1 to ${MAX_NAME_BYTES} bytes, this one ${bytes}`);
};

export const situationOf = (log: EventLog, stream: string): StreamSituation => {
  const head = log.head(stream);
  const hasMetadata = log.head(metastreamOf(stream)) !== undefined;
  return {
    last: head?.last ?? -1,
    closed: isClosed(log, stream, head),
    hidden: hasMetadata && isHidden(retentionOf(log, stream)),
    hasMetadata,
  };
};

/** After a soft delete the old events stay hidden and the next ones are seen. */
const reopen = (log: EventLog, stream: string, last: number, now: number): void => {
  const metadata = JSON.stringify({ ...metadataOf(log, stream), $tb: last + 1 });
  log.put(systemEvent(metastreamOf(stream), '$metadata', metadata, now));
};

/** Decides by the append table, then writes all the events or none. */
export const appendTask =
  (log: EventLog, recent: RecentIds, request: AppendRequest, now: () => number): Task<AppendResult> =>
  () => {
    const { stream, expected, events } = request;
    checkName(stream);
    const situation = situationOf(log, stream);
    const ids = events.map((event) => event.id);
    const ruling = ruleOn(expected, situation, ids, {
      idAt: (revision) => log.find(stream, revision)?.id,
      recent: (id) => recent.revisionOf(stream, id),
    });
    if (ruling.kind === 'closed') return () => ({ kind: 'closed' });
    if (ruling.kind === 'wrong-version') return () => ({ kind: 'wrong-version', last: situation.last });
    if (ruling.kind === 'already-written') {
      const position = log.find(stream, ruling.last)?.position;
      return () => ({ kind: 'appended', last: ruling.last, position });
    }
    return () => {
      const created = now();
      if (situation.hidden) reopen(log, stream, situation.last, created);
      const written = log.putAll(
        stream,
        events.map((event) => ({ ...event, stream, created })),
      );
      for (const { id, revision } of written) recent.remember(stream, id, revision);
      const newest = written.at(-1);
      return { kind: 'appended', last: newest?.revision ?? situation.last, position: newest?.position };
    };
  };
