import { type Expected, ruleOn } from './append-rule';
import { type AppendResult, situationOf } from './appends';
import type { Task } from './commit-queue';
import type { EventLog } from './event-log';
import { DELETED_BEFORE, metadataOf, metastreamOf } from './stream-metadata';
import { systemEvent } from './system-event';

export type DeleteRequest = {
  readonly stream: string;
  readonly expected: Expected;
  /** For ever; otherwise the stream may be reopened by writing to it. */
  readonly tombstone: boolean;
};

// 2^63 - 1 is no JSON number of ours: it is written by hand
const hidingMetadata = (log: EventLog, stream: string): string => {
  const { $tb: _replaced, ...kept } = metadataOf(log, stream);
  const rest = JSON.stringify(kept).slice(1);
  return `{"$tb":${DELETED_BEFORE}${rest === '}' ? '' : ','}${rest}`;
};

const MEMORY = { idAt: () => undefined, recent: () => undefined };

export const deleteTask =
  (log: EventLog, { stream, expected, tombstone }: DeleteRequest, now: () => number): Task<AppendResult> =>
  () => {
    const situation = situationOf(log, stream);
    const { kind } = ruleOn(expected, situation, [], MEMORY);
    if (kind === 'closed') return () => ({ kind: 'closed' });
    if (kind !== 'write') return () => ({ kind: 'wrong-version', last: situation.last });
    return () => {
      const { position } = tombstone
        ? log.put(systemEvent(stream, '$streamDeleted', '{}', now()), true)
        : log.put(systemEvent(metastreamOf(stream), '$metadata', hidingMetadata(log, stream), now()));
      return { kind: 'appended', last: situation.last, position };
    };
  };
