import { isDeeper } from './nesting';

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

describe('how deep a body is nested', () => {
  it.each([0, 'text', null, {}, nested(16), { a: nested(15) }])('not too deep: %j', (value) => {
    expect(isDeeper(value)).toBe(false);
  });

  it.each([17, 400, 100_000])('too deep: %i', (depth) => {
    expect(isDeeper(nested(depth))).toBe(true);
    expect(isDeeper({ wide: [1, { a: nested(depth) }] })).toBe(true);
  });
});
