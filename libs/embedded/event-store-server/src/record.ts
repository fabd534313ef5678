import { seal, unseal } from './seal';

/** An event as it lies in the log. Times are milliseconds since 1970. */
export type StoredEvent = {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly json: boolean;
  readonly created: number;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
};

type Header = [
  stream: string,
  revision: number,
  id: string,
  type: string,
  json: boolean,
  created: number,
  dataBytes: number,
];

const keyOf = (position: number): string => `event ${position}`;

/** checksum | length of the header | header as JSON | data | metadata */
export const encodeRecord = (event: StoredEvent): Buffer => {
  const { position, stream, revision, id, type, json, created, data, metadata } = event;
  const header: Header = [stream, revision, id, type, json, created, data.byteLength];
  const head = Buffer.from(JSON.stringify(header));
  const length = Buffer.allocUnsafe(4);
  length.writeUInt32BE(head.byteLength, 0);
  return seal(keyOf(position), length, head, data, metadata);
};

/** Throws `record-corrupted` when the bytes are not those that were written at this position. */
export const decodeRecord = (position: number, sealed: Buffer): StoredEvent => {
  const body = unseal(keyOf(position), sealed);
  const dataFrom = 4 + body.readUInt32BE(0);
  const header: Header = JSON.parse(body.toString('utf8', 4, dataFrom));
  const [stream, revision, id, type, json, created, dataBytes] = header;
  const data = body.subarray(dataFrom, dataFrom + dataBytes);
  const metadata = body.subarray(dataFrom + dataBytes);
  return { position, stream, revision, id, type, json, created, data, metadata };
};
