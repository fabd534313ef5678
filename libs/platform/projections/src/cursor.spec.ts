import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor';

const values = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null)), {
  maxLength: 5,
});

describe('the cursor of a page', () => {
  it('gives back what it was made of, and is safe in an address', () => {
    fc.assert(
      fc.property(values, (parts) => {
        const cursor = encodeCursor(parts);
        expect(cursor).toMatch(/^[\w-]*$/);
        expect(decodeCursor(cursor, parts.length)).toEqual(parts);
        expect(decodeCursor(cursor, parts.length + 1)).toBeUndefined();
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['no JSON', Buffer.from('[1,').toString('base64url')],
    ['an object', Buffer.from('{"length":1,"0":1}').toString('base64url')],
    ['a value that is no sort value', Buffer.from('[{"$ne":null}]').toString('base64url')],
    ['a list in a list', Buffer.from('[[1]]').toString('base64url')],
    ['other alphabets', '§§§'],
  ])('is none: %s', (_name, cursor) => {
    expect(decodeCursor(cursor, 1)).toBeUndefined();
  });

  it('is none, whatever a stranger types', () => {
    fc.assert(fc.property(fc.string(), (typed) => void expect(decodeCursor(typed, 3)).toBeUndefined()));
  });
});
