import fc from 'fast-check';
import { decodeReply, decodeRequest, encodeReply, encodeRequest, fault } from './codec';
import { isDeeperThan, MAX_DEPTH, readJson } from './json';
import { MAX_MESSAGE_BYTES, type Reply, type Request } from './messaging';

const request: Request = {
  v: 1,
  id: 'r-1',
  name: 'meetings.record-attendance',
  body: { seats: 12 },
  context: 'signed',
  correlationId: 'c-1',
  deadline: 1_790_000_000_000,
};
const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const nested = (depth: number): Uint8Array => Buffer.from('['.repeat(depth) + ']'.repeat(depth));

const realDepth = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map((each) => realDepth(each)))
    : 0;

describe('json', () => {
  it('knows how deep a value is without parsing it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const depth = realDepth(value);
        expect(isDeeperThan(depth, bytesOf(value))).toBe(false);
        expect(isDeeperThan(depth - 1, bytesOf(value))).toBe(true);
      }),
    );
  });

  it('reads what is deep enough and no deeper', () => {
    expect(readJson(nested(MAX_DEPTH))).toBeDefined();
    expect(readJson(nested(MAX_DEPTH + 1))).toBeUndefined();
    expect(readJson(nested(200_000))).toBeUndefined();
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['bytes that are no UTF-8', Buffer.of(0x22, 0xff, 0x22)],
    ['an unfinished text', Buffer.from('"a\\')],
  ])('reads nothing from %s', (_what, bytes) => {
    expect(readJson(bytes)).toBeUndefined();
  });
});

describe('a request', () => {
  it('comes back as it was sent', () => {
    const encoding = encodeRequest(request);
    expect(encoding.kind === 'bytes' && decodeRequest(encoding.bytes)).toEqual(request);
  });

  it('is refused before it is sent when it is too large or no JSON', () => {
    expect(encodeRequest({ ...request, body: 'x'.repeat(MAX_MESSAGE_BYTES) })).toEqual({
      kind: 'fault',
      code: 'too-large',
    });
    expect(encodeRequest({ ...request, body: 1n })).toEqual({ kind: 'fault', code: 'malformed' });
  });

  it.each([
    ['another version', { ...request, v: 2 }],
    ['an empty id', { ...request, id: '' }],
    ['no id', { ...request, id: undefined }],
    ['a number as its name', { ...request, name: 7 }],
    ['a deadline that is text', { ...request, deadline: 'soon' }],
    ['an object as its trace', { ...request, traceparent: {} }],
    ['null', null],
    ['a list', [request]],
    ['a text', 'hello'],
  ])('is none with %s', (_what, value) => {
    expect(decodeRequest(bytesOf(value))).toBeUndefined();
  });

  it('is none whatever bytes come', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => expect(decodeRequest(bytes)).toBeUndefined()));
  });

  it('is none when it is too large', () => {
    expect(decodeRequest(bytesOf({ ...request, body: 'x'.repeat(MAX_MESSAGE_BYTES) }))).toBeUndefined();
  });
});

describe('a reply', () => {
  const replies: readonly Reply[] = [
    { v: 1, kind: 'answer', data: { id: '1' } },
    { v: 1, kind: 'refused', code: 'already-seated' },
    { v: 1, kind: 'refused', code: 'differs', differences: [{ field: 'seats', recorded: 1, given: null }] },
    { v: 1, kind: 'fault', code: 'malformed', problems: [{ pointer: '/a', code: 'x', detail: 'y' }] },
    fault('unavailable', 'the store is away'),
  ];

  it.each(replies)('comes back as it was sent: %j', (reply) => {
    expect(decodeReply(encodeReply(reply))).toEqual(reply);
  });

  it('says null where it has nothing to say', () => {
    expect(decodeReply(encodeReply({ v: 1, kind: 'answer', data: undefined }))).toMatchObject({ data: null });
  });

  it('is replaced by the fault that names the trouble when it cannot be sent', () => {
    expect(decodeReply(encodeReply({ v: 1, kind: 'answer', data: 'x'.repeat(MAX_MESSAGE_BYTES) }))).toEqual(
      fault('too-large'),
    );
    expect(decodeReply(encodeReply({ v: 1, kind: 'answer', data: 1n }))).toEqual(fault('internal'));
  });

  it.each([
    ['an unknown kind', { v: 1, kind: 'toString' }],
    ['an unknown fault', { v: 1, kind: 'fault', code: 'constructor' }],
    ['a refusal without code', { v: 1, kind: 'refused' }],
    ['an answer without data', { v: 1, kind: 'answer' }],
    [
      'differences that are none',
      { v: 1, kind: 'refused', code: 'c', differences: [{ field: 'a', recorded: {} }] },
    ],
    ['another version', { v: 2, kind: 'answer', data: 1 }],
    ['null', null],
  ])('is malformed with %s', (_what, value) => {
    expect(decodeReply(bytesOf(value))).toEqual(fault('malformed'));
  });

  it('is malformed or too large whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => expect(decodeReply(bytes)).toEqual(fault('malformed'))),
    );
    expect(decodeReply(Buffer.alloc(MAX_MESSAGE_BYTES + 1))).toEqual(fault('too-large'));
  });
});
