import { at, by, ids, text } from '../meeting.examples';
import type {
  Details,
  ImplementationClaimed,
  ImplementationVerified,
  Issue,
  RecommendationIssued,
  RecommendationProgressReported,
} from './recommendation';
import type { Party, Role, SaidStep } from './step';

/** Facts and callers the specs of a recommendation speak about. */
export const recommendationId = '55555555-5555-5555-8555-555555555555';
export const clerk = by;
export const visitor = { actor: 'b'.repeat(64), role: 'focal-point' };
export const importer = { actor: 'c'.repeat(64), role: 'importer' };

export const issue: Issue = {
  meetingId: ids.meeting,
  theme: 'ECLAIRAGE_PUBLIC',
  text: text('1'),
  number: null,
  addressees: [{ type: 'EXECUTIF_LOCAL', name: text('2') }],
  otherAddresseeReason: null,
  dueOn: '2024-12-31',
};
export const undetailed: Details = { responsible: null, proposerCategory: null, corps: [] };
export const issued: RecommendationIssued = {
  type: 'recommendation-issued',
  data: {
    recommendationId,
    committeeId: ids.committee,
    unitId: ids.unit,
    issuedOn: '2024-11-21',
    ...issue,
  },
};

export const progress = (on = '2024-11-25', note = '3'): RecommendationProgressReported => ({
  type: 'recommendation-progress-reported',
  data: { recommendationId, on, note: text(note) },
});

const step = (on: string, evidence: string, party: Party) => ({
  recommendationId,
  on,
  evidence: text(evidence),
  by: party,
});
export const claimed = (party: Party = { actor: clerk.actor, onBehalfOf: null }): ImplementationClaimed => ({
  type: 'implementation-claimed',
  data: step('2024-11-28', '4', party),
});
export const verified = (
  party: Party = { actor: visitor.actor, onBehalfOf: null },
): ImplementationVerified => ({
  type: 'implementation-verified',
  data: step('2024-11-29', '5', party),
});

type Caller = typeof clerk;
const said = (data: SaidStep, caller: Caller) => ({ data, at, by: caller });

export const claim = (given: Partial<SaidStep> = {}, caller: Caller = clerk) =>
  said({ recommendationId, on: '2024-11-28', evidence: text('4'), onBehalfOf: null, ...given }, caller);
export const verify = (given: Partial<SaidStep> = {}, caller: Caller = visitor) =>
  said({ recommendationId, on: '2024-11-29', evidence: text('5'), onBehalfOf: null, ...given }, caller);

/** What a transcribed sheet names. */
export const onBehalfOf = (role: Role, caller: Caller = importer): Party => ({
  actor: caller.actor,
  onBehalfOf: role,
});
