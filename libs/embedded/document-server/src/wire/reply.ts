import type { ServerFault } from '../faults';
import { encode, type Doc } from '../values/document';

/** A batch of documents that are bytes already. */
export interface CursorReply {
  readonly batch: 'firstBatch' | 'nextBatch';
  readonly documents: readonly Buffer[];
  /** 0 once exhausted */
  readonly id: bigint;
  readonly namespace: string;
}

const named = (type: number, name: string, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`, 'utf8'), value]);

const framed = (parts: readonly Buffer[]): Buffer => {
  const size = Buffer.alloc(4);
  size.writeInt32LE(parts.reduce((sum, part) => sum + part.length, 5));
  return Buffer.concat([size, ...parts, Buffer.alloc(1)]);
};

const int64 = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(value);
  return bytes;
};

const float64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};

const text = (value: string): Buffer => {
  const bytes = Buffer.from(`${value}\0`, 'utf8');
  const size = Buffer.alloc(4);
  size.writeInt32LE(bytes.length);
  return Buffer.concat([size, bytes]);
};

/** `{cursor: {firstBatch | nextBatch, id, ns}, ok: 1}` around the stored bytes, which are not decoded again. */
export const cursorReply = ({ batch, documents, id, namespace }: CursorReply): Buffer => {
  const list = framed(documents.map((bytes, at) => named(3, String(at), bytes)));
  const cursor = framed([named(4, batch, list), named(18, 'id', int64(id)), named(2, 'ns', text(namespace))]);
  return framed([named(3, 'cursor', cursor), named(1, 'ok', float64(1))]);
};

export const okReply = (reply: Doc = {}): Buffer => encode({ ...reply, ok: 1 });

export const faultReply = (fault: ServerFault): Buffer =>
  encode({ ok: 0, errmsg: fault.message, code: fault.code, codeName: fault.codeName, ...fault.details });
