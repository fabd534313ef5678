import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { OVER, type Facilitator, type FacilitatorNamed, type Over, type Training } from '../training';

export type NameFacilitator = Said<Facilitator & { readonly trainingId: string }>;

/** A facilitator is no participant: a name in the vault, of an organisation. */
export const nameFacilitator = (
  { data: { trainingId, ...facilitator } }: NameFacilitator,
  training: Training,
): Decision<FacilitatorNamed, Over | 'differs-from-recorded'> => {
  if (training.status !== 'planned') return refuse(OVER[training.status]);
  const named = training.facilitators.get(facilitator.facilitatorId);
  if (named === undefined || named === null)
    return accept({ type: 'facilitator-named', data: { trainingId, ...facilitator } });
  const differing = differences(named, facilitator);
  return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
};
