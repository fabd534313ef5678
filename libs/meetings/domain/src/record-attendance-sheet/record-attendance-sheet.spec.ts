import { fold, type Fact } from '@benkan/kernel';
import { spec } from '@benkan/testing';
import { meeting, type Line, type MeetingFact } from '../meeting';
import { at, by, convened, held, ids, tallied } from '../meeting.examples';
import { closed, recorded } from '../states.examples';
import { recordAttendanceSheet, type SheetLine } from './record-attendance-sheet';

const { given } = spec(meeting, recordAttendanceSheet);

const line = (participantId: string | null, more: Partial<SheetLine> = {}): SheetLine => ({
  ...{ participantId, quality: 'MEMBER', status: 'PRESENT', participantKnown: true, ...more },
});
const sheet = (lines: readonly SheetLine[], attendanceMode: 'NOMINATIVE' | 'TALLY' = 'NOMINATIVE') => ({
  data: { meetingId: ids.meeting, attendanceMode, lines },
  at,
  by,
});
const written = (participantId: string, status: Line['status'] = 'PRESENT') => ({
  type: 'attendance-recorded' as const,
  data: { meetingId: ids.meeting, participantId, quality: 'MEMBER' as const, status },
});
const represented = (participantId: string, representedBy: string) => ({
  type: 'attendance-represented' as const,
  data: { meetingId: ids.meeting, participantId, representedBy },
});
const problemsOf = (lines: readonly SheetLine[], facts: readonly MeetingFact[] = [convened, held]) => {
  const decision = recordAttendanceSheet(sheet(lines), fold(meeting, facts));
  return decision.kind === 'refused' ? [decision.code, decision.problems] : decision.facts;
};

describe('meetings.record-attendance-sheet', () => {
  it('writes a line a person, in their order', () =>
    given(convened, held)
      .when(sheet([line(ids.unit), line(ids.awa)]))
      .then(written(ids.unit), written(ids.awa)));
  it('says nothing of lines already written', () =>
    given(convened, held, recorded)
      .when(sheet([line(ids.awa), line(ids.unit)]))
      .then(written(ids.unit)));
  it('hears the same sheet once, closed or not', () => {
    given(convened, held, recorded)
      .when(sheet([line(ids.awa)]))
      .then();
    given(convened, held, recorded, closed)
      .when(sheet([line(ids.awa)]))
      .then();
  });
  it('keeps who stood for a person represented', () =>
    given(convened, held)
      .when(sheet([line(ids.awa, { status: 'REPRESENTED', representedBy: ids.unit })]))
      .then(written(ids.awa, 'REPRESENTED'), represented(ids.awa, ids.unit)));
  it('tells every problem at once, each at its line, and writes nothing', () =>
    expect(
      problemsOf([
        line(ids.awa),
        line(null),
        line(ids.unit, { participantKnown: false }),
        line(ids.awa),
        line(ids.committee, { quality: 'GUEST', status: 'REPRESENTED' }),
        line(ids.meeting, { representedBy: ids.awa }),
      ]),
    ).toEqual([
      'sheet-has-problems',
      [
        { pointer: '/lines/1', code: 'participant-unknown' },
        { pointer: '/lines/2', code: 'participant-unknown' },
        { pointer: '/lines/3', code: 'same-person-twice' },
        { pointer: '/lines/4', code: 'represented-without-a-seat' },
        { pointer: '/lines/5', code: 'not-represented' },
      ],
    ]));
  it('never overwrites a line, nor adds one to a closed sheet: invariant 9', () => {
    const before = [convened, held, recorded];
    expect(problemsOf([line(ids.awa, { status: 'ABSENT' })], before)).toEqual([
      'sheet-has-problems',
      [{ pointer: '/lines/0', code: 'differs-from-recorded' }],
    ]);
    const after = [convened, held, recorded, closed];
    expect(problemsOf([line(ids.unit), line(ids.awa, { status: 'ABSENT' })], after)).toEqual([
      'sheet-has-problems',
      [
        { pointer: '/lines/0', code: 'attendance-sheet-closed' },
        { pointer: '/lines/1', code: 'attendance-sheet-closed' },
      ],
    ]);
  });
  it('refuses names where counts were taken or are prescribed: invariant 14', () => {
    given(convened, held, tallied)
      .when(sheet([line(ids.awa)]))
      .thenRefused('attendance-is-a-tally');
    given(convened, held)
      .when(sheet([line(ids.awa)], 'TALLY'))
      .thenRefused('attendance-mode-is-tally');
  });
  it('takes three hundred people in one append well under its limit', () => {
    const people = Array.from({ length: 300 }, (_, index) => `${ids.awa.slice(0, -3)}${100 + index}`);
    const facts = problemsOf(people.map((id) => line(id, { quality: 'FACILITATOR' }))) as readonly Fact[];
    expect(facts).toHaveLength(300);
    expect(JSON.stringify(facts).length).toBeLessThan(64 * 1024);
  });
});
