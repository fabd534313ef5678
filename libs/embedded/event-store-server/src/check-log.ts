import type { EventLog, StreamHead } from './event-log';
import { unseal } from './seal';
import { ServerFault } from './server-fault';
import type { Tables } from './tables';

/** What is read; throws `record-corrupted` when the database cannot make sense of its own bytes. */
export const readable = <T>(what: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw new ServerFault('record-corrupted', `${what} cannot be read: ${String(error)}`);
  }
};

const entriesOf = (table: { getStats(): object }): number =>
  (table.getStats() as { readonly entryCount: number }).entryCount;

/** Position of the newest event; throws `record-corrupted` unless there is one event a position. */
export const checkedTail = ({ log, index }: Tables): number => {
  const newest = readable('the end of the log', () => [...log.getKeys({ reverse: true, limit: 1 })][0] ?? 0);
  const counts = [entriesOf(log), entriesOf(index)];
  if (counts.every((count) => count === newest)) return newest;
  throw new ServerFault(
    'record-corrupted',
    `the log holds ${counts[0]} events and its index ${counts[1]}, not as many as its last position says`,
  );
};

const eventsOf = (stream: string, sealed: Buffer): number => {
  const head: StreamHead = JSON.parse(unseal(stream, sealed).toString());
  return head.last + 1;
};

/** What is wrong with the list of streams, which must account for every event up to the tail. */
export const damageOfStreams = ({ streams }: Tables, tail: number): string | undefined => {
  let counted = 0;
  try {
    for (const { key, value } of streams.getRange()) counted += eventsOf(key, value);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return counted === tail ? undefined : `the list of streams accounts for ${counted} of ${tail} events`;
};

/** Reads every event by its position and again by its stream; throws `record-corrupted`. */
export const checkEveryEvent = (log: EventLog): void => {
  for (let position = 1; position <= log.tail; position += 1) {
    const { stream, revision } = log.at(position);
    if (log.find(stream, revision)?.position === position) continue;
    throw new ServerFault('record-corrupted', `event ${position} is not where its stream has it`);
  }
};
