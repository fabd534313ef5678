import type { EventToAppend, JsonObject, Position, RecordedEvent } from '@benkan/event-store';

/** An event of a backup; `recordedAt` and `position` are those of the store it was taken from. */
export type ArchivedEvent = EventToAppend & {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly recordedAt: string;
};

type Row = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);

const DIGITS = /^(0|[1-9]\d{0,18})$/;

/** One line of JSON; undefined where data or metadata is no JSON object. */
export const eventLine = (event: RecordedEvent): string | undefined => {
  const { stream, revision, id, type, data, metadata, position, recordedAt } = event;
  if (!isObject(data) || !isObject(metadata)) return undefined;
  return JSON.stringify({
    stream,
    revision: revision.toString(),
    id,
    type,
    data,
    metadata,
    recordedAt: recordedAt.toISOString(),
    position: [position.commit.toString(), position.prepare.toString()],
  });
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isNumber = (value: unknown): value is string => typeof value === 'string' && DIGITS.test(value);

const positionOf = (value: unknown): Position | undefined => {
  const [commit, prepare]: readonly unknown[] = Array.isArray(value) ? value : [];
  return isNumber(commit) && isNumber(prepare)
    ? { commit: BigInt(commit), prepare: BigInt(prepare) }
    : undefined;
};

const textsOf = ({ stream, id, type, recordedAt }: Row) =>
  isText(stream) && isText(id) && isText(type) && isText(recordedAt)
    ? { stream, id, type, recordedAt }
    : undefined;

/** The event of a line; undefined where it is none. Throws `SyntaxError`. */
export const eventFrom = (line: string): ArchivedEvent | undefined => {
  const row: unknown = JSON.parse(line);
  if (!isObject(row)) return undefined;
  const [texts, position] = [textsOf(row), positionOf(row['position'])];
  const { revision, data, metadata } = row as Row;
  if (texts === undefined || position === undefined) return undefined;
  if (!isNumber(revision) || !isObject(data) || !isObject(metadata)) return undefined;
  return { ...texts, revision: BigInt(revision), data, metadata, position };
};

/** Negative when `a` comes first in the log. */
export const inLogOrder = (a: Position, b: Position): number => {
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  if (a.prepare === b.prepare) return 0;
  return a.prepare < b.prepare ? -1 : 1;
};
