import { createHash } from 'node:crypto';
import { certificateCode } from '@benkan/contracts';
import { certificateCodeOf } from './certificate-code';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the number of a certificate', () => {
  const codes = Array.from({ length: 2_000 }, (_, index) => certificateCodeOf(digestOf(String(index))));

  it('is four groups of four signs', () => {
    expect(codes.filter((code) => !certificateCode().safeParse(code).success)).toEqual([]);
  });

  it('is another one for another digest, and the same for the same', () => {
    expect(new Set(codes).size).toBe(codes.length);
    expect(certificateCodeOf(digestOf('7'))).toBe(codes[7]);
  });

  it('keeps every bit of the first eighty', () => {
    expect(certificateCodeOf('00'.repeat(32))).toBe('0000-0000-0000-0000');
    expect(certificateCodeOf('ff'.repeat(32))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    expect(certificateCodeOf(`${'00'.repeat(9)}01${'ff'.repeat(22)}`)).toBe('0000-0000-0000-0001');
  });
});
