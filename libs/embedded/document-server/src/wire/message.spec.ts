import fc from 'fast-check';
import { encode, type Doc } from '../values/document';
import { ProtocolFault, readRequest, replyMessage, type Request } from './message';

const framed = (opcode: number, ...parts: readonly Buffer[]): Buffer => {
  const header = Buffer.alloc(16);
  const body = Buffer.concat(parts);
  header.writeInt32LE(16 + body.length, 0);
  header.writeInt32LE(42, 4);
  header.writeInt32LE(opcode, 12);
  return Buffer.concat([header, body]);
};

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const body = (document: Doc): Buffer => Buffer.concat([Buffer.from([0]), encode(document)]);

const sequence = (name: string, ...documents: readonly Doc[]): Buffer => {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map(encode)]);
  return Buffer.concat([Buffer.from([1]), uint32(content.length + 4), content]);
};

describe('messages', () => {
  it('joins the sections of an OP_MSG, in either order', () => {
    const parts = [body({ insert: 'a', $db: 't' }), sequence('documents', { x: 1 }, { x: 2 })];
    for (const order of [parts, [...parts].reverse()]) {
      const request = readRequest(framed(2013, uint32(0), ...order));
      expect(request).toEqual({
        id: 42,
        command: { insert: 'a', $db: 't', documents: [{ x: 1 }, { x: 2 }] },
        legacy: false,
        silent: false,
      });
    }
  });

  it('knows a checksum and a client that will not listen', () => {
    const request = readRequest(framed(2013, uint32(0b11), body({ ping: 1 }), uint32(0)));
    expect(request).toMatchObject({ command: { ping: 1 }, silent: true });
  });

  it('reads the legacy greeting and answers it in kind', () => {
    const query = framed(
      2004,
      uint32(0),
      Buffer.from('admin.$cmd\0'),
      uint32(0),
      uint32(1),
      encode({ ismaster: 1 }),
    );
    const request = readRequest(query);
    expect(request).toMatchObject({ command: { ismaster: 1, $db: 'admin' }, legacy: true });
    const reply = replyMessage(request, encode({ ok: 1 }));
    expect([reply.readInt32LE(0), reply.readInt32LE(8), reply.readInt32LE(12)]).toEqual([
      reply.length,
      42,
      1,
    ]);
  });

  it.each<readonly [string, Buffer]>([
    ['another opcode', framed(2012, Buffer.alloc(32))],
    ['unknown required flags', framed(2013, uint32(4), body({ ping: 1 }))],
    ['no body', framed(2013, uint32(0), sequence('documents', { x: 1 }))],
    ['an unknown section', framed(2013, uint32(0), Buffer.from([9]), encode({ a: 1 }))],
    ['a body cut short', framed(2013, uint32(0), body({ ping: 1, x: 'long enough' }).subarray(0, 12))],
    [
      'a legacy query',
      framed(2004, uint32(0), Buffer.from('db.collection\0'), uint32(0), uint32(1), encode({ a: 1 })),
    ],
    [
      'bytes that are no BSON',
      framed(2013, uint32(0), Buffer.from([0]), uint32(9), Buffer.from([99, 99, 99, 0, 0])),
    ],
  ])('refuses %s', (_, message) => {
    expect(() => readRequest(message)).toThrow(ProtocolFault);
  });

  it('fails on any bytes in the one known way', () => {
    const opcode = fc.constantFrom(2013, 2004);
    fc.assert(
      fc.property(opcode, fc.uint8Array({ minLength: 14, maxLength: 80 }), (code, bytes) => {
        try {
          readRequest(framed(code, Buffer.from(bytes)));
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolFault);
        }
      }),
    );
  });

  it('survives any change of one byte', () => {
    const message = framed(
      2013,
      uint32(0),
      body({ insert: 'a' }),
      sequence('documents', { x: 'y', n: [1, { z: 2 }] }),
    );
    const position = fc.integer({ min: 16, max: message.length - 1 });
    fc.assert(
      fc.property(position, fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const changed = Buffer.from(message);
        changed[at] = byte;
        let request: Request | undefined;
        try {
          request = readRequest(changed);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolFault);
        }
        expect(request?.id ?? 42).toBe(42);
      }),
    );
  });
});
