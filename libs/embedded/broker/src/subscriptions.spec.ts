import fc from 'fast-check';
import { covers, isLiteral, isSubject } from './subject';
import { Subscriptions, type Subscription } from './subscriptions';

const wish = (subject: string, sid: string, queue?: string): Subscription<string> => ({
  owner: 'someone',
  subject,
  queue,
  sid,
  delivered: 0,
  max: undefined,
});

const token = fc.constantFrom('a', 'b', 'c');
const literal = fc.array(token, { minLength: 1, maxLength: 4 }).map((tokens) => tokens.join('.'));
const pattern = fc
  .tuple(fc.array(fc.oneof(token, fc.constant('*')), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([tokens, open]) => [...tokens, ...(open ? ['>'] : [])].join('.'));

describe('subjects', () => {
  it.each(['a', 'a.b', 'a.*', '*.b', '>', 'a.>', 'meetings.record-attendance', 'a*b'])(
    'may be %s',
    (subject) => {
      expect(isSubject(subject)).toBe(true);
    },
  );

  it.each(['', '.', 'a.', '.a', 'a..b', '>.a', 'a.>.b', 'a b', 'a\tb', 'a\r'])(
    'may not be "%s"',
    (subject) => {
      expect(isSubject(subject)).toBe(false);
    },
  );

  it('are literal without wildcards', () => {
    expect(['a', 'a.b', 'a*'].every(isLiteral)).toBe(true);
    expect(['a.*', '>', 'a..b'].some(isLiteral)).toBe(false);
  });

  it.each([
    ['>', 'a', true],
    ['a.>', 'a', false],
    ['a.>', 'a.b.c', true],
    ['a.*', 'a.b', true],
    ['a.*', 'a.b.c', false],
    ['*.b', 'a.b', true],
    ['a', 'b', false],
  ])('%s covers %s: %s', (wanted, given, expected) => {
    expect(covers(wanted, given)).toBe(expected);
  });
});

describe('subscriptions', () => {
  it('match exactly those whose subject covers the published one', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 20 }), literal, fc.nat(), (patterns, subject, gone) => {
        const all = new Subscriptions<string>();
        const wishes = patterns.map((each, index) => wish(each, String(index)));
        wishes.forEach((each) => all.add(each));
        const kept = wishes.filter((_, index) => index !== gone % 21);
        wishes.filter((each) => !kept.includes(each)).forEach((each) => all.remove(each));
        const found = all.match(subject).plain.map(({ sid }) => sid);
        const expected = kept.filter((each) => covers(each.subject, subject)).map(({ sid }) => sid);
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });

  it('put the members of a queue together whatever subject they named', () => {
    const all = new Subscriptions<string>();
    [wish('a.*', '1', 'q'), wish('a.b', '2', 'q'), wish('>', '3', 'other'), wish('a.b', '4')].forEach(
      (each) => all.add(each),
    );
    const { plain, groups } = all.match('a.b');
    expect(plain.map(({ sid }) => sid)).toEqual(['4']);
    expect(
      groups
        .get('q')
        ?.map(({ sid }) => sid)
        .sort(),
    ).toEqual(['1', '2']);
    expect(groups.get('other')).toHaveLength(1);
  });

  it('match nothing for a subject with an empty token', () => {
    const all = new Subscriptions<string>();
    all.add(wish('>', '1'));
    expect(all.match('a..b').plain).toEqual([]);
  });

  it('leave nothing behind when all are removed', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 20 }), (patterns) => {
        const all = new Subscriptions<string>();
        const wishes = patterns.map((each, index) => wish(each, String(index)));
        wishes.forEach((each) => all.add(each));
        wishes.forEach((each) => all.remove(each));
        expect(all.isEmpty).toBe(true);
      }),
    );
  });
});
