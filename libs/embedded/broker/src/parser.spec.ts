import fc from 'fast-check';
import type { Operation } from './line';
import { Parser } from './parser';

const limits = { maxPayload: 1024, maxControlLine: 256 };

const parse = (...chunks: readonly Buffer[]): Operation[] => {
  const parser = new Parser(limits);
  return chunks.flatMap((chunk) => [...parser.push(chunk)]).map((operation) => structuredClone(operation));
};

const parseText = (text: string): Operation[] => parse(Buffer.from(text, 'latin1'));

const cut = (bytes: Buffer, at: readonly number[]): Buffer[] => {
  const edges = [...new Set([0, ...at.map((n) => n % (bytes.length + 1)), bytes.length])].sort(
    (a, b) => a - b,
  );
  return edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
};

const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'C', '_', '-', '1', '*', 'é'),
  minLength: 1,
  maxLength: 8,
});
const subject = fc.array(word, { minLength: 1, maxLength: 4 }).map((tokens) => tokens.join('.'));
const body = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
const line = (text: string): Buffer => Buffer.from(`${text}\r\n`, 'latin1');

const command: fc.Arbitrary<Buffer> = fc.oneof(
  fc.constantFrom('PING', 'pong', '+OK', 'CONNECT {"verbose":false}').map(line),
  fc.tuple(subject, word).map(([to, sid]) => line(`SUB ${to} ${sid}`)),
  fc.tuple(subject, word, word).map(([to, queue, sid]) => line(`sub  ${to}\t${queue} ${sid} `)),
  fc.tuple(word, fc.nat(1000)).map(([sid, max]) => line(`UNSUB ${sid} ${max}`)),
  fc
    .tuple(subject, subject, body)
    .map(([to, reply, bytes]) =>
      Buffer.concat([line(`PUB ${to} ${reply} ${bytes.length}`), bytes, line('')]),
    ),
  fc
    .tuple(subject, body, body)
    .map(([to, head, bytes]) =>
      Buffer.concat([line(`HPUB ${to} ${head.length} ${head.length + bytes.length}`), head, bytes, line('')]),
    ),
);

describe('the parser', () => {
  it('reads the same operations however a valid stream is cut', () => {
    const cuts = fc.array(fc.nat(), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), cuts, (commands, at) => {
        const whole = Buffer.concat(commands);
        const expected = parse(whole);
        expect(expected).toHaveLength(commands.length);
        expect(parse(...cut(whole, at))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('reads a stream that comes byte by byte', () => {
    const whole = Buffer.from('HPUB a r 12 14\r\nNATS/1.0\r\n\r\nhi\r\nPING\r\n');
    expect(parse(...[...whole].map((byte) => Buffer.of(byte)))).toEqual(parse(whole));
  });

  it('never throws, and stops at the first violation, whatever bytes come', () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string().map((text) => Buffer.from(`PUB ${text}\r\n`)),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 10 }), (pieces) => {
        const operations = parse(...pieces.map((piece) => Buffer.from(piece)));
        const broken = operations.findIndex(({ kind }) => kind === 'violation');
        expect(broken === -1 || broken === operations.length - 1).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps the bytes of a subject as they came', () => {
    const subjectBytes = Buffer.from('comité.ɛ');
    const [operation] = parse(Buffer.concat([Buffer.from('SUB '), subjectBytes, Buffer.from(' 1\r\n')]));
    expect(operation).toMatchObject({
      kind: 'subscribe',
      subject: subjectBytes.toString('latin1'),
      sid: '1',
    });
  });

  it.each([
    ['an unknown verb', 'HELLO\r\n', 'Unknown Protocol Operation'],
    ['an empty line', '\r\n', 'Unknown Protocol Operation'],
    ['a verb that cannot become one, before its line ends', 'HELL', 'Unknown Protocol Operation'],
    ['a line without end', `SUB ${'a'.repeat(300)}`, 'maximum control line exceeded'],
    ['a payload over the limit, before it comes', 'PUB a 1025\r\n', 'Maximum Payload Violation'],
    ['a payload longer than announced', 'PUB a 1\r\nxyz\r\n', 'Unknown Protocol Operation'],
    ['a size that is no number', 'PUB a one\r\n', 'PUB Parse Error'],
    ['a negative size', 'PUB a -1\r\n', 'PUB Parse Error'],
    ['too many words', 'PUB a b c 1\r\n', 'PUB Parse Error'],
    ['headers longer than the whole', 'HPUB a 20 12\r\n', 'HPUB Parse Error'],
    ['a subscription without id', 'SUB a\r\n', 'SUB Parse Error'],
    ['an unsubscription of nothing', 'UNSUB\r\n', 'UNSUB Parse Error'],
  ])('refuses %s', (_what, text, reason) => {
    expect(parseText(text)).toEqual([{ kind: 'violation', reason }]);
  });

  it('accepts a lone line feed and lower case', () => {
    expect(parseText('ping\nPING\n').map(({ kind }) => kind)).toEqual(['ping', 'ping']);
  });
});
