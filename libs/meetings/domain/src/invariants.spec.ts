import { accept, dayOf, fold, type Acceptance, type Decision, type Fact, type Fold } from '@benkan/kernel';
import fc from 'fast-check';
import { cancel } from './cancel/cancel';
import { closeAttendanceSheet } from './close-attendance-sheet/close-attendance-sheet';
import { correctAttendance } from './correct-attendance/correct-attendance';
import { hold } from './hold/hold';
import { meeting, type Line, type Meeting, type MeetingFact } from './meeting';
import { at, convened, ids, text } from './meeting.examples';
import { postpone } from './postpone/postpone';
import { recordAttendanceSheet } from './record-attendance-sheet/record-attendance-sheet';
import { recordAttendance } from './record-attendance/record-attendance';
import { recordTally } from './record-tally/record-tally';

/** Says one command to a state; specs of a sequence fold what each accepts. */
type Saying<State, F extends Fact> = (state: State) => Decision<F>;

const history = <State, F extends Fact>(
  aggregate: Fold<State, F>,
  start: readonly F[],
  sayings: readonly Saying<State, F>[],
): readonly F[] =>
  sayings.reduce<readonly F[]>((facts, say) => {
    const decision = say(fold(aggregate, facts));
    const { facts: said }: Acceptance<F> = decision.kind === 'accepted' ? decision : accept();
    return [...facts, ...said];
  }, start);

const by = { actor: 'a'.repeat(64), role: 'secretary' };
const meetingId = ids.meeting;
/** Around the installation, the meeting, the claim and today. */
const anyDay = fc.constantFrom(
  '2023-12-06',
  '2023-12-07',
  '2024-11-20',
  '2024-11-21',
  '2024-11-28',
  '2024-12-01',
  '2024-12-02',
);
const anyText = fc.constantFrom('1', '2').map(text);

const anyLine: fc.Arbitrary<Line> = fc.record({
  participantId: fc.constantFrom(ids.awa, ids.unit, ids.committee),
  quality: fc.constantFrom<Line['quality']>('MEMBER', 'GUEST'),
  status: fc.constantFrom<Line['status']>('PRESENT', 'EXCUSED', 'ABSENT'),
});
const anyMode = fc.constantFrom('NOMINATIVE' as const, 'PSEUDONYMOUS' as const, 'TALLY' as const);
const anyCount = fc.integer({ min: 0, max: 40 });

const onMeeting: fc.Arbitrary<Saying<Meeting, MeetingFact>> = fc.oneof(
  fc.tuple(anyDay, fc.constantFrom('MAIRE' as const, 'GOUVERNEUR' as const)).map(
    ([heldOn, presidingCapacity]) =>
      (state: Meeting) =>
        hold({ data: { meetingId, heldOn, presidingCapacity, place: null }, at, by }, state),
  ),
  fc.tuple(anyLine, fc.boolean(), anyMode).map(
    ([line, participantKnown, attendanceMode]) =>
      (state: Meeting) =>
        recordAttendance({ data: { meetingId, ...line, participantKnown, attendanceMode }, at, by }, state),
  ),
  fc.tuple(anyLine, anyText).map(
    ([line, reason]) =>
      (state: Meeting) =>
        correctAttendance({ data: { meetingId, ...line, reason }, at, by }, state),
  ),
  fc
    .record({
      women: anyCount,
      men: anyCount,
      notReported: anyCount,
      youth: anyCount,
      isf: anyCount,
      members: anyCount,
    })
    .map((counts) => (state: Meeting) => recordTally({ data: { meetingId, ...counts }, at, by }, state)),
  fc
    .array(anyLine, { minLength: 1, maxLength: 3 })
    .map((lines) => lines.map((line) => ({ ...line, participantKnown: true })))
    .map(
      (lines) => (state: Meeting) =>
        recordAttendanceSheet(
          { data: { meetingId, attendanceMode: 'NOMINATIVE' as const, lines }, at, by },
          state,
        ),
    ),
  fc.constant((state: Meeting) => closeAttendanceSheet({ data: { meetingId }, at, by }, state)),
  fc.tuple(anyDay, anyText).map(
    ([plannedOn, reason]) =>
      (state: Meeting) =>
        postpone({ data: { meetingId, plannedOn, reason }, at, by }, state),
  ),
  {
    weight: 1,
    arbitrary: fc.constant((state: Meeting) =>
      cancel({ data: { meetingId, cause: 'INSECURITY', reason: null }, at, by }, state),
    ),
  },
);

const ofType = <F extends Fact, Type extends F['type']>(facts: readonly F[], type: Type) =>
  facts.filter((fact): fact is Extract<F, { type: Type }> => fact.type === type);

const meetings = fc
  .array(onMeeting, { maxLength: 40 })
  .map((sayings) => history(meeting, [convened], sayings));

describe('whatever is said of a meeting', () => {
  it('is never two lines for one participant', () =>
    fc.assert(
      fc.property(meetings, (facts) => {
        const people = ofType(facts, 'attendance-recorded').map(({ data }) => data.participantId);
        expect(new Set(people).size).toBe(people.length);
      }),
    ));
  it('is never names and counts together, nor counts twice', () =>
    fc.assert(
      fc.property(meetings, (facts) => {
        const tallies = ofType(facts, 'attendance-tallied').length;
        const names = ofType(facts, 'attendance-recorded').length;
        expect(tallies).toBeLessThanOrEqual(names > 0 ? 0 : 1);
      }),
    ));
  it('never counts a part above the total', () =>
    fc.assert(
      fc.property(meetings, (facts) => {
        for (const { data } of ofType(facts, 'attendance-tallied')) {
          const total = data.women + data.men + data.notReported;
          expect(Math.max(data.youth, data.isf, data.members)).toBeLessThanOrEqual(total);
        }
      }),
    ));
  it('is held at most once, installed before, not in the future, and never attended unheld', () =>
    fc.assert(
      fc.property(meetings, (facts) => {
        const days = ofType(facts, 'meeting-held').map(({ data }) => data.heldOn);
        expect(days.length).toBeLessThanOrEqual(1);
        expect(days.filter((day) => day < '2023-12-07' || day > dayOf(at))).toEqual([]);
        const begun = facts.findIndex(({ type }) => type.startsWith('attendance-'));
        const held = facts.findIndex(({ type }) => type === 'meeting-held');
        if (begun >= 0) expect(held >= 0 && held < begun).toBe(true);
      }),
    ));
  it('carries nothing after it was cancelled: invariant 5', () =>
    fc.assert(
      fc.property(meetings, (facts) => {
        const over = facts.findIndex(({ type }) => type === 'meeting-cancelled');
        expect(over < 0 ? [] : facts.slice(over + 1)).toEqual([]);
        expect(over < 0 ? 0 : ofType(facts, 'meeting-held').length).toBe(0);
      }),
    ));
  it('changes by corrections only once its sheet is closed: invariant 9', () =>
    fc.assert(
      fc.property(meetings, (facts) => {
        const closing = facts.findIndex(({ type }) => type === 'attendance-sheet-closed');
        const after = closing < 0 ? [] : facts.slice(closing + 1).map(({ type }) => type);
        expect(after.filter((type) => type !== 'attendance-corrected')).toEqual([]);
      }),
    ));
});
