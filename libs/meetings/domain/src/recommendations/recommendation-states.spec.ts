import { fold, type Decision } from '@benkan/kernel';
import { abandonRecommendation } from './abandon-recommendation/abandon-recommendation';
import { acknowledgeRecommendation } from './acknowledge-recommendation/acknowledge-recommendation';
import { answerRecommendation } from './answer-recommendation/answer-recommendation';
import { carryOverRecommendation } from './carry-over-recommendation/carry-over-recommendation';
import { claimImplementation } from './claim-implementation/claim-implementation';
import { escalateRecommendation } from './escalate-recommendation/escalate-recommendation';
import { abandoned, acknowledged, answered, carriedOver, escalated, later } from './following.examples';
import { overdue, region, rejected, reopened, saying, sent } from './following.examples';
import { at, by, ids, text } from '../meeting.examples';
import { issueRecommendation } from './issue-recommendation/issue-recommendation';
import { recommendation, type Recommendation, type RecommendationFact } from './recommendation';
import { claim, claimed, progress, recommendationId } from './recommendation.examples';
import { undetailed, verified, verify } from './recommendation.examples';
import { rejectRecommendation } from './reject-recommendation/reject-recommendation';
import { reopenRecommendation } from './reopen-recommendation/reopen-recommendation';
import { reportProgress } from './report-progress/report-progress';
import { sendRecommendation } from './send-recommendation/send-recommendation';
import { verifyImplementation } from './verify-implementation/verify-implementation';

const outcome = (decision: Decision): string => {
  if (decision.kind === 'refused') return decision.code;
  return decision.facts.length === 0 ? 'unchanged' : 'accepted';
};

// due on 20 November, today is 1 December: what nobody answers may be escalated
const situations = {
  unknown: [],
  issued: [overdue],
  sent: [overdue, sent()],
  acknowledged: [overdue, sent(), acknowledged],
  answered: [overdue, sent(), answered()],
  'in progress': [overdue, sent(), progress()],
  claimed: [overdue, sent(), claimed()],
  verified: [overdue, sent(), claimed(), verified()],
  rejected: [overdue, sent(), rejected],
  abandoned: [overdue, sent(), abandoned],
  'carried over': [overdue, sent(), carriedOver()],
  escalated: [overdue, sent(), escalated],
  reopened: [overdue, sent(), claimed(), verified(), reopened()],
} satisfies Record<string, readonly RecommendationFact[]>;
type Situation = keyof typeof situations;

const origin = { held: true, committeeId: ids.committee, unitId: ids.unit, heldOn: '2024-11-01' };
const { committeeId: _c, unitId: _u, issuedOn: _o, ...issue } = overdue.data;
const next = { committeeId: ids.committee, day: '2024-12-19', cancelled: false };
const above = { level: 'REGION' as const, unitId: ids.awa, isAbove: true };
const back = { addressee: 1, corps: null };

const commands = {
  issue: (state: Recommendation) =>
    issueRecommendation({ data: { ...issue, ...undetailed, meeting: origin }, at, by }, state),
  send: (state: Recommendation) =>
    sendRecommendation(saying({ addressee: 1, on: '2024-11-22', channel: 'LETTER' as const }), state),
  acknowledge: (state: Recommendation) =>
    acknowledgeRecommendation(saying({ ...back, on: '2024-11-23' }), state),
  answer: (state: Recommendation) =>
    answerRecommendation(
      saying({ ...back, on: '2024-11-24', answer: 'ACCEPTED' as const, text: text('a') }),
      state,
    ),
  'report-progress': (state: Recommendation) =>
    reportProgress({ data: { ...progress().data, percent: null }, at, by }, state),
  claim: (state: Recommendation) => claimImplementation(claim({ on: '2024-11-30' }), state),
  verify: (state: Recommendation) => verifyImplementation(verify(), state),
  reject: (state: Recommendation) =>
    rejectRecommendation(saying({ on: '2024-11-30', reason: text('c') }), state),
  abandon: (state: Recommendation) =>
    abandonRecommendation(saying({ on: '2024-11-30', reason: text('d') }), state),
  'carry-over': (state: Recommendation) =>
    carryOverRecommendation(saying({ meetingId: later, dueOn: null, meeting: next }), state),
  escalate: (state: Recommendation) =>
    escalateRecommendation(saying({ committeeId: region, on: '2024-11-30', committee: above }), state),
  reopen: (state: Recommendation) =>
    reopenRecommendation(saying({ on: '2024-12-01', reason: text('e') }), state),
};
type Command = keyof typeof commands;

const NAMES: readonly Command[] = Object.keys(commands) as Command[];
/** The same answer to every command but those said otherwise. */
const all = (answer: string, others: Partial<Record<Command, string>>): Record<Command, string> =>
  Object.fromEntries(NAMES.map((name) => [name, others[name] ?? answer])) as Record<Command, string>;

const open = { issue: 'unchanged', verify: 'not-claimed', reopen: 'not-closed' };
const closed = { issue: 'unchanged', send: 'unchanged', reopen: 'accepted' };

const table: Record<Situation, Record<Command, string>> = {
  unknown: all('recommendation-unknown', { issue: 'accepted' }),
  issued: all('accepted', { ...open, acknowledge: 'not-sent', answer: 'not-sent', escalate: 'not-sent' }),
  sent: all('accepted', { ...open, send: 'unchanged' }),
  acknowledged: all('accepted', { ...open, send: 'unchanged', acknowledge: 'unchanged' }),
  answered: all('accepted', {
    ...{ ...open, send: 'unchanged', answer: 'unchanged', escalate: 'already-answered' },
  }),
  'in progress': all('accepted', {
    ...{ ...open, send: 'unchanged', 'report-progress': 'unchanged', escalate: 'already-answered' },
  }),
  claimed: all('accepted', {
    ...{ issue: 'unchanged', send: 'unchanged', claim: 'differs-from-recorded' },
    ...{ reject: 'already-claimed', abandon: 'already-claimed', escalate: 'already-answered' },
  }),
  verified: all('already-verified', { ...closed, verify: 'unchanged' }),
  rejected: all('already-closed', { ...closed, reject: 'differs-from-recorded' }),
  abandoned: all('already-closed', { ...closed, abandon: 'differs-from-recorded' }),
  'carried over': all('accepted', { ...open, send: 'unchanged', 'carry-over': 'unchanged' }),
  escalated: all('accepted', { ...open, send: 'unchanged', escalate: 'unchanged' }),
  reopened: all('accepted', { ...open, send: 'unchanged' }),
};

describe('every situation of a recommendation answers every command', () => {
  const pairs = (Object.keys(situations) as Situation[]).flatMap((state) =>
    NAMES.map((command) => ({ state, command, answer: table[state][command] })),
  );
  it('in a table without a hole', () => expect(pairs).toHaveLength(13 * 12));
  it.each(pairs)('$state: $command → $answer', ({ state, command, answer }) =>
    expect(outcome(commands[command](fold(recommendation, situations[state])))).toBe(answer),
  );
  it('says the same of the recommendation it speaks of', () =>
    expect(issue.recommendationId).toBe(recommendationId));
});
