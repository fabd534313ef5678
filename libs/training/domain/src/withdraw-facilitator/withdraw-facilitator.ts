import { accept, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import { OVER, type FacilitatorWithdrawn, type Over, type Training } from '../training';

export type WithdrawFacilitator = Said<{
  readonly trainingId: string;
  readonly facilitatorId: string;
  readonly reason: SealedText;
}>;

/** Who was named and did not facilitate is withdrawn, with the reason. */
export const withdrawFacilitator = (
  { data }: WithdrawFacilitator,
  training: Training,
): Decision<FacilitatorWithdrawn, Over | 'facilitator-unknown'> => {
  if (training.status !== 'planned') return refuse(OVER[training.status]);
  const named = training.facilitators.get(data.facilitatorId);
  if (named === undefined) return refuse('facilitator-unknown');
  return named === null ? accept() : accept({ type: 'facilitator-withdrawn', data });
};
