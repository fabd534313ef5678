import fc from 'fast-check';
import { nextSpan, traceIdOf } from './trace';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';
const VALID = /^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/;
const given = `00-${TRACE}-${SPAN}-01`;
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });

describe('the next hop of a trace', () => {
  it('is of the same trace, under a span id of its own', () => {
    const hops = Array.from({ length: 1_000 }, () => nextSpan(given));
    expect(new Set(hops.map(traceIdOf))).toEqual(new Set([TRACE]));
    const spans = new Set([SPAN, ...hops.map((hop) => hop.slice(36, 52))]);
    expect(spans.size).toBe(1_001);
  });

  it.each([
    ['00', '00'],
    ['01', '01'],
    ['03', '01'],
    ['fe', '00'],
    ['ff', '01'],
  ])('keeps of the flags %s what it understands: %s', (flags, kept) => {
    expect(nextSpan(`00-${TRACE}-${SPAN}-${flags}`).slice(-2)).toBe(kept);
  });

  it('understands the beginning of a version to come, and speaks its own', () => {
    for (const later of [`cc-${TRACE}-${SPAN}-01`, `cc-${TRACE}-${SPAN}-01-what.comes-later`]) {
      expect(nextSpan(later)).toMatch(VALID);
      expect(traceIdOf(nextSpan(later))).toBe(TRACE);
    }
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['an unknown version', `ff-${TRACE}-${SPAN}-01`],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${SPAN}-01`],
    ['a span of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['capitals', given.toUpperCase()],
    ['a digit too few', `00-${TRACE.slice(1)}-${SPAN}-01`],
    ['a digit too many', `00-${TRACE}-${SPAN}-011`],
    ['more than version 00 may say', `${given}-more`],
    ['a version to come run together', `cc-${TRACE}-${SPAN}-01more`],
    ['no flags', `00-${TRACE}-${SPAN}`],
    ['two headers in one', `${given}, ${given}`],
    ['space around', ` ${given}`],
    ['a line end', `${given}\n`],
    ['a flood', `cc-${TRACE}-${SPAN}-01-${'x'.repeat(1_000)}`],
  ])('begins a new trace at %s', (_what, bad) => {
    const [one, other] = [nextSpan(bad), nextSpan(bad)];
    expect(one).toMatch(VALID);
    expect(traceIdOf(one)).not.toBe(TRACE);
    expect(traceIdOf(other)).not.toBe(traceIdOf(one));
    expect(one.slice(-2)).toBe('01');
  });

  it('is valid whatever comes, and keeps every valid trace', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(nextSpan(text)).toMatch(VALID)));
    fc.assert(
      fc.property(hex(32), hex(16), hex(2), (trace, span, flags) => {
        fc.pre(/[^0]/.test(trace) && /[^0]/.test(span));
        expect(traceIdOf(nextSpan(`00-${trace}-${span}-${flags}`))).toBe(trace);
      }),
    );
  });
});
