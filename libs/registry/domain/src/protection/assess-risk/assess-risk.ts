import { accept, dayOf, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { firstRefusal } from '../../committees/first-refusal';
import { standing } from '../../committees/dated';
import type { Protection } from '../protection';
import type { Assessed, RiskAssessed } from '../protection-facts';

export type AssessRisk = Said<
  Assessed & {
    /** Whether the registry knows the committee. */
    readonly committeeKnown: boolean;
  }
>;

export type AssessRiskRefusal = 'committee-unknown' | 'in-the-future' | 'review-before-assessment';

/** A risk is assessed on a day that has come and reviewed on a later one; of one day the last told stands. */
export const assessRisk = (
  { data: { committeeKnown, ...assessed }, at }: AssessRisk,
  { assessments }: Protection,
): Decision<RiskAssessed, AssessRiskRefusal> => {
  if (!committeeKnown) return refuse('committee-unknown');
  const no = firstRefusal(
    [assessed.assessedOn > dayOf(at), 'in-the-future'],
    [assessed.reviewOn <= assessed.assessedOn, 'review-before-assessment'],
  );
  if (no !== undefined) return no;
  const recorded = standing(assessments, assessed.assessedOn);
  const { committeeId: _, ...given } = assessed;
  if (recorded !== undefined && differences<typeof given>(recorded, given).length === 0) return accept();
  return accept({ type: 'risk-assessed', data: assessed });
};
