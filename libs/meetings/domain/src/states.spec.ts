import { fold, type Decision } from '@benkan/kernel';
import { claimImplementation } from './claim-implementation/claim-implementation';
import { convene } from './convene/convene';
import { correctAttendance } from './correct-attendance/correct-attendance';
import { hold } from './hold/hold';
import { issueRecommendation } from './issue-recommendation/issue-recommendation';
import { meeting, type Line, type Meeting, type MeetingFact } from './meeting';
import { at, by, convened, held, ids, tallied, text } from './meeting.examples';
import { recommendation, type Recommendation, type RecommendationFact } from './recommendation';
import { claim, claimed, issue, issued, progress, recommendationId } from './recommendation.examples';
import { verified, verify } from './recommendation.examples';
import { recordAttendance } from './record-attendance/record-attendance';
import { recordTally } from './record-tally/record-tally';
import { reportProgress } from './report-progress/report-progress';
import { verifyImplementation } from './verify-implementation/verify-implementation';

const outcome = (decision: Decision): string => {
  if (decision.kind === 'refused') return decision.code;
  return decision.facts.length === 0 ? 'unchanged' : 'accepted';
};

const meetingId = ids.meeting;
const line: Line = { participantId: ids.awa, quality: 'MEMBER', status: 'PRESENT' };
const recorded: MeetingFact = { type: 'attendance-recorded', data: { meetingId, ...line } };
const convenedUninstalled: MeetingFact = {
  type: 'meeting-convened',
  data: { ...convened.data, installedOn: null },
};

const meetings = {
  unknown: [],
  'convened, not installed': [convenedUninstalled],
  convened: [convened],
  held: [convened, held],
  'held, names': [convened, held, recorded],
  'held, counts': [convened, held, tallied],
} satisfies Record<string, readonly MeetingFact[]>;

const onMeeting = {
  convene: (state: Meeting) => {
    const { unitId, level, installedOn } = convened.data;
    const committee = { unitId, level, installedOn };
    return convene({ data: { ...convened.data, committee }, at, by }, state);
  },
  hold: (state: Meeting) => hold({ data: held.data, at, by }, state),
  'record-attendance': (state: Meeting) =>
    recordAttendance(
      { data: { meetingId, ...line, participantKnown: true, attendanceMode: 'NOMINATIVE' }, at, by },
      state,
    ),
  'correct-attendance': (state: Meeting) =>
    correctAttendance({ data: { meetingId, ...line, status: 'EXCUSED', reason: text('7') }, at, by }, state),
  'record-tally': (state: Meeting) => recordTally({ data: tallied.data, at, by }, state),
};

const meetingTable: Record<keyof typeof meetings, Record<keyof typeof onMeeting, string>> = {
  unknown: {
    convene: 'accepted',
    hold: 'meeting-unknown',
    'record-attendance': 'meeting-unknown',
    'correct-attendance': 'meeting-unknown',
    'record-tally': 'meeting-unknown',
  },
  'convened, not installed': {
    convene: 'unchanged',
    hold: 'committee-not-installed',
    'record-attendance': 'meeting-not-held',
    'correct-attendance': 'attendance-not-recorded',
    'record-tally': 'meeting-not-held',
  },
  convened: {
    convene: 'unchanged',
    hold: 'accepted',
    'record-attendance': 'meeting-not-held',
    'correct-attendance': 'attendance-not-recorded',
    'record-tally': 'meeting-not-held',
  },
  held: {
    convene: 'unchanged',
    hold: 'unchanged',
    'record-attendance': 'accepted',
    'correct-attendance': 'attendance-not-recorded',
    'record-tally': 'accepted',
  },
  'held, names': {
    convene: 'unchanged',
    hold: 'unchanged',
    'record-attendance': 'unchanged',
    'correct-attendance': 'accepted',
    'record-tally': 'attendance-is-nominative',
  },
  'held, counts': {
    convene: 'unchanged',
    hold: 'unchanged',
    'record-attendance': 'attendance-is-a-tally',
    'correct-attendance': 'attendance-not-recorded',
    'record-tally': 'unchanged',
  },
};

const recommendations = {
  unknown: [],
  issued: [issued],
  'in progress': [issued, progress()],
  claimed: [issued, claimed()],
  verified: [issued, claimed(), verified()],
} satisfies Record<string, readonly RecommendationFact[]>;

const onRecommendation = {
  issue: (state: Recommendation) => {
    const origin = { held: true, committeeId: ids.committee, unitId: ids.unit, heldOn: held.data.heldOn };
    return issueRecommendation({ data: { recommendationId, ...issue, meeting: origin }, at, by }, state);
  },
  'report-progress': (state: Recommendation) => reportProgress({ data: progress().data, at, by }, state),
  claim: (state: Recommendation) => claimImplementation(claim(), state),
  verify: (state: Recommendation) => verifyImplementation(verify(), state),
};

const recommendationTable: Record<
  keyof typeof recommendations,
  Record<keyof typeof onRecommendation, string>
> = {
  unknown: {
    issue: 'accepted',
    'report-progress': 'recommendation-unknown',
    claim: 'recommendation-unknown',
    verify: 'recommendation-unknown',
  },
  issued: { issue: 'unchanged', 'report-progress': 'accepted', claim: 'accepted', verify: 'not-claimed' },
  'in progress': {
    issue: 'unchanged',
    'report-progress': 'unchanged',
    claim: 'accepted',
    verify: 'not-claimed',
  },
  claimed: { issue: 'unchanged', 'report-progress': 'accepted', claim: 'unchanged', verify: 'accepted' },
  verified: {
    issue: 'unchanged',
    'report-progress': 'already-verified',
    claim: 'unchanged',
    verify: 'unchanged',
  },
};

const keysOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table & string)[];

describe('every situation of a meeting answers every command', () => {
  const pairs = keysOf(meetings).flatMap((state) =>
    keysOf(onMeeting).map((command) => ({ state, command, answer: meetingTable[state][command] })),
  );
  it.each(pairs)('$state: $command → $answer', ({ state, command, answer }) =>
    expect(outcome(onMeeting[command](fold(meeting, meetings[state])))).toBe(answer),
  );
});

describe('every situation of a recommendation answers every command', () => {
  const pairs = keysOf(recommendations).flatMap((state) =>
    keysOf(onRecommendation).map((command) => ({
      state,
      command,
      answer: recommendationTable[state][command],
    })),
  );
  it.each(pairs)('$state: $command → $answer', ({ state, command, answer }) =>
    expect(outcome(onRecommendation[command](fold(recommendation, recommendations[state])))).toBe(answer),
  );
});
