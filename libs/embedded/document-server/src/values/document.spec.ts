import { Double, Long } from 'bson';
import { decode, encode, type Doc } from './document';

const nested = (depth: number): Buffer => {
  let bytes = Buffer.from([5, 0, 0, 0, 0]);
  for (let level = 0; level < depth; level += 1) {
    const size = Buffer.alloc(4);
    size.writeInt32LE(bytes.length + 8);
    bytes = Buffer.concat([size, Buffer.from([3, 97, 0]), bytes, Buffer.alloc(1)]);
  }
  return bytes;
};

describe('documents', () => {
  it('keep the type of each number through both ways', () => {
    const document: Doc = {
      int: 5,
      whole: new Double(5),
      zero: new Double(-0),
      large: 1e300,
      beyond: 2147483648,
      long: Long.fromString('9007199254740993'),
      list: [new Double(1), [Long.fromNumber(1)]],
    };
    const bytes = encode(document);
    expect(encode(decode(bytes)).equals(bytes)).toBe(true);
    expect(decode(bytes)).toMatchObject({ int: 5, whole: new Double(5), large: 1e300 });
  });

  it('keep a field named __proto__ to themselves', () => {
    const bytes = encode(JSON.parse('{"__proto__": {"x": 1}, "y": 2}') as Doc);
    expect(encode(decode(bytes)).equals(bytes)).toBe(true);
    expect('x' in {}).toBe(false);
  });

  it.each([201, 10_000])('are refused at a depth of %i', (depth) => {
    expect(() => decode(nested(depth))).toThrow(expect.objectContaining({ code: 15 }));
  });

  it('are read at a depth of 150', () => {
    expect(encode(decode(nested(150)))).toEqual(nested(150));
  });
});
