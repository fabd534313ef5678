import { fold, type Decision } from '@benkan/kernel';
import fc from 'fast-check';
import { adoptMinutes } from './adopt-minutes/adopt-minutes';
import { correctMinutes } from './correct-minutes/correct-minutes';
import { draftMinutes } from './draft-minutes/draft-minutes';
import type { MinutesFact } from './facts';
import { adopted, atLater, corrected, drafted, erratum, frozen, laterOf } from './minutes.examples';
import { meetingOf, ready, saying, signature, texts, transmission, transmitted } from './minutes.examples';
import { minutes, type Minutes } from './minutes';
import { transmitMinutes } from './transmit-minutes/transmit-minutes';

type Said = (state: Minutes) => Decision<MinutesFact>;
const adopt = adoptMinutes((value) => String(JSON.stringify(value).length).padStart(64, '0'));

const write =
  (openedAt: string): Said =>
  (state) =>
    draftMinutes(saying({ ...texts, openedAt, meeting: ready }), state);
const sign =
  (signedOn: string, women = 5): Said =>
  (state) =>
    adopt(
      saying({
        by: { ...signature, signedOn },
        frozen: { ...frozen, attendance: { ...frozen.attendance, women } },
        adopting: meetingOf(),
      }),
      state,
    );
const atMeeting: Said = (state) => adopt(saying({ by: atLater, frozen, adopting: laterOf() }), state);
const correct =
  (on: string): Said =>
  (state) =>
    correctMinutes(saying({ ...erratum, on }), state);
const transmit =
  (on: string): Said =>
  (state) =>
    transmitMinutes(saying({ ...transmission, on }), state);

const anyDay = fc.constantFrom('2024-11-20', '2024-11-25', '2024-11-28', '2024-12-01', '2024-12-02');
const anySaid: fc.Arbitrary<Said> = fc.oneof(
  fc.constantFrom('08:00', '09:00', '10:00').map(write),
  fc.tuple(anyDay, fc.constantFrom(5, 6)).map(([day, women]) => sign(day, women)),
  fc.constant(atMeeting),
  anyDay.map(correct),
  anyDay.map(transmit),
);

const told = (sayings: readonly Said[]): readonly MinutesFact[] =>
  sayings.reduce<readonly MinutesFact[]>((facts, say) => {
    const decision = say(fold(minutes, facts));
    return decision.kind === 'accepted' ? [...facts, ...decision.facts] : facts;
  }, []);

describe('whatever is said of minutes', () => {
  it('what was adopted never changes', () =>
    fc.assert(
      fc.property(fc.array(anySaid, { maxLength: 40 }), (sayings) => {
        const facts = told(sayings);
        const at = facts.findIndex(({ type }) => type === 'minutes-adopted');
        fc.pre(at >= 0);
        const before = fold(minutes, facts.slice(0, at + 1));
        const after = fold(minutes, facts);
        if (before.status !== 'adopted' || after.status !== 'adopted') throw new Error('not adopted');
        expect([after.draft, after.adopted]).toEqual([before.draft, before.adopted]);
        const later = facts.slice(at + 1).map(({ type }) => type);
        expect(later).not.toContain('minutes-drafted');
        expect(later).not.toContain('minutes-adopted');
      }),
    ));
});

const situations = {
  unknown: [],
  draft: [drafted],
  adopted: [drafted, adopted()],
  corrected: [drafted, adopted(), corrected],
  transmitted: [drafted, adopted(), transmitted],
} satisfies Record<string, readonly MinutesFact[]>;
const commands = {
  'write the same': write('09:05'),
  'write another': write('08:00'),
  sign: sign('2024-11-25'),
  'adopt at a meeting': atMeeting,
  correct: correct(erratum.on),
  transmit: transmit(transmission.on),
};

const outcome = (decision: Decision): string => {
  if (decision.kind === 'refused') return decision.code;
  return decision.facts.length === 0 ? 'unchanged' : 'accepted';
};
const row = (...answers: readonly string[]) =>
  Object.keys(commands).map((command, index) => [command, answers[index]] as const);
const frozenRow = ['unchanged', 'minutes-adopted', 'unchanged', 'differs-from-recorded'];
const none = 'minutes-not-drafted';
const table = {
  unknown: row('accepted', 'accepted', none, none, none, none),
  draft: row('unchanged', 'accepted', 'accepted', 'accepted', ...Array(2).fill('minutes-not-adopted')),
  adopted: row(...frozenRow, 'accepted', 'accepted'),
  corrected: row(...frozenRow, 'unchanged', 'accepted'),
  transmitted: row(...frozenRow, 'accepted', 'unchanged'),
} satisfies Record<keyof typeof situations, unknown>;

describe('every situation of minutes answers every command', () => {
  const names = Object.keys(situations) as (keyof typeof situations)[];
  const pairs = names.flatMap((state) =>
    table[state].map(([command, answer]) => ({ state, command, answer })),
  );
  it('in a table without a hole', () => expect(pairs).toHaveLength(5 * 6));
  it.each(pairs)('$state: $command → $answer', ({ state, command, answer }) =>
    expect(outcome(commands[command as keyof typeof commands](fold(minutes, situations[state])))).toBe(
      answer,
    ),
  );
});
