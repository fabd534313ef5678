import type { EventLog, StreamHead } from './event-log';

/** The retention a stream's metadata asks for; ages in seconds. */
export type Retention = {
  readonly maxCount?: number;
  readonly maxAge?: number;
  readonly truncateBefore?: number;
};

const METASTREAM = '$$';
export const metastreamOf = (stream: string): string => METASTREAM + stream;
const isMetastream = (stream: string): boolean => stream.startsWith(METASTREAM);
/** The name of the stream itself, or of the one whose metadata it holds. */
export const nameOf = (stream: string): string =>
  isMetastream(stream) ? stream.slice(METASTREAM.length) : stream;

// of metadata only the newest counts
const METASTREAM_RETENTION: Retention = { maxCount: 1 };

/** Closed for ever: it, or the stream whose metadata it holds, was tombstoned. */
export const isClosed = (log: EventLog, stream: string, head: StreamHead | undefined): boolean =>
  (isMetastream(stream) ? log.head(nameOf(stream)) : head)?.closed ?? false;

/** `$tb` of a soft-deleted stream: the largest 64-bit integer, which JSON numbers only approach. */
export const DELETED_BEFORE = '9223372036854775807';
const isDeletion = (truncateBefore: number): boolean => truncateBefore >= Number.MAX_SAFE_INTEGER;

const whole = (value: unknown, least: number): number | undefined =>
  typeof value === 'number' && value >= least && Number.isInteger(value) ? value : undefined;

const parse = (bytes: Uint8Array): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

/** The newest metadata as written, empty when there is none or it is not a JSON object. */
export const metadataOf = (log: EventLog, stream: string): Record<string, unknown> => {
  const metastream = metastreamOf(stream);
  const head = log.head(metastream);
  const newest = head && log.find(metastream, head.last);
  return newest ? parse(newest.data) : {};
};

export const retentionOf = (log: EventLog, stream: string): Retention => {
  if (isMetastream(stream)) return METASTREAM_RETENTION;
  const found = metadataOf(log, stream);
  const maxCount = whole(found['$maxCount'], 1);
  const maxAge = whole(found['$maxAge'], 1);
  const truncateBefore = whole(found['$tb'], 0);
  return {
    ...(maxCount !== undefined && { maxCount }),
    ...(maxAge !== undefined && { maxAge }),
    ...(truncateBefore !== undefined && { truncateBefore }),
  };
};

export const isHidden = ({ truncateBefore }: Retention): boolean =>
  truncateBefore !== undefined && isDeletion(truncateBefore);
