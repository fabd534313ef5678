import type { StoredEvent } from './record';
import { TailFirst } from './tail-first';

const READ = { event: 1 };
const READ_EVENT = { event: 1, commitPosition: 3 };
const RECORDED = { id: 1, stream: 2, revision: 3, prepare: 4, commit: 5, headers: 6, metadata: 7, data: 8 };
const UUID_TEXT = 2;
const STREAM_NAME = 3;

// more than ids, numbers, tags and lengths ever take
const FIXED_BYTES = 384;
const BYTES_A_CHARACTER = 3;

const headerKey = (key: string): Buffer => Buffer.concat([Buffer.from([0x0a, key.length]), Buffer.from(key)]);
const KEYS = {
  contentType: headerKey('content-type'),
  created: headerKey('created'),
  type: headerKey('type'),
};
// 2^63 - 1
const TOMBSTONE_REVISION = Buffer.from([RECORDED.revision * 8, ...Array<number>(8).fill(0xff), 0x7f]);

const roomFor = ({ stream, type, data, metadata }: StoredEvent): number =>
  FIXED_BYTES + (stream.length + type.length) * BYTES_A_CHARACTER + data.byteLength + metadata.byteLength;

const writeHeader = (out: TailFirst, key: Buffer, value: string): void =>
  out.message(RECORDED.headers, () => {
    out.text(2, value);
    out.raw(key);
  });

const writeRecorded = (out: TailFirst, event: StoredEvent): void => {
  if (event.data.byteLength > 0) out.bytes(RECORDED.data, event.data);
  if (event.metadata.byteLength > 0) out.bytes(RECORDED.metadata, event.metadata);
  writeHeader(out, KEYS.type, event.type);
  // in ticks of 100 nanoseconds
  writeHeader(out, KEYS.created, event.created === 0 ? '0' : `${event.created}0000`);
  writeHeader(out, KEYS.contentType, event.json ? 'application/json' : 'application/octet-stream');
  out.number(RECORDED.commit, event.position);
  out.number(RECORDED.prepare, event.position);
  if (event.type === '$streamDeleted') out.raw(TOMBSTONE_REVISION);
  else if (event.revision > 0) out.number(RECORDED.revision, event.revision);
  out.message(RECORDED.stream, () => out.text(STREAM_NAME, event.stream));
  out.message(RECORDED.id, () => out.text(UUID_TEXT, event.id));
};

/** The bytes of a `ReadResp` that carries one event, as the generated class would write them. */
export const readEventBytes = (event: StoredEvent): Buffer => {
  const out = new TailFirst(roomFor(event));
  out.message(READ.event, () => {
    out.number(READ_EVENT.commitPosition, event.position);
    out.message(READ_EVENT.event, () => writeRecorded(out, event));
  });
  return out.written();
};
