import type { AnalyticsFact, RecommendationStep } from '@benkan/analytics-domain';
import { on, type Telling } from './rule';

const ofRecommendation = ({ recommendationId }: { readonly recommendationId: string }) =>
  ['recommendation', recommendationId] as const;

const stepped =
  (status: RecommendationStep['status']) =>
  ({ on: day }: { readonly on: string }, before: AnalyticsFact | undefined): Telling | undefined => {
    if (before?.kind !== 'recommendation') return undefined;
    const verifiedOn = status === 'IMPLEMENTATION_VERIFIED' ? day : before.verifiedOn;
    return {
      fact: { ...before, verifiedOn, steps: [...before.steps, { status, on: day }] },
      occurredOn: before.issuedOn,
    };
  };

/** Recommendations with the steps taken since, without a text. */
export const fromRecommendations = [
  on('recommendation-issued', {
    about: ofRecommendation,
    tell: ({ recommendationId, meetingId, committeeId, unitId, theme, issuedOn, dueOn }) => ({
      fact: {
        ...{ kind: 'recommendation', recommendationId, meetingId, committeeId, unitId, theme },
        ...{ issuedOn, dueOn, verifiedOn: null, steps: [] },
      },
      occurredOn: issuedOn,
    }),
  }),
  on('recommendation-progress-reported', { about: ofRecommendation, tell: stepped('IN_PROGRESS') }),
  on('implementation-claimed', { about: ofRecommendation, tell: stepped('IMPLEMENTATION_CLAIMED') }),
  on('implementation-verified', { about: ofRecommendation, tell: stepped('IMPLEMENTATION_VERIFIED') }),
  // what was claimed or verified wrongly never was
  on('recommendation-reopened', {
    about: ofRecommendation,
    tell: (_, before) =>
      before?.kind === 'recommendation'
        ? {
            fact: {
              ...{ ...before, verifiedOn: null },
              steps: before.steps.filter(({ status }) => status === 'IN_PROGRESS'),
            },
            occurredOn: before.issuedOn,
          }
        : undefined,
  }),
  on('recommendation-carried-over', {
    about: ofRecommendation,
    tell: ({ dueOn }, before) =>
      before?.kind === 'recommendation' && dueOn !== null
        ? { fact: { ...before, dueOn }, occurredOn: before.issuedOn }
        : undefined,
  }),
] as const;
