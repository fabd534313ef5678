import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { OVER, type Over, type TermsOfReference, type TermsOfReferenceSet, type Training } from '../training';

export type SetTermsOfReference = Said<TermsOfReference & { readonly trainingId: string }>;

/** Terms of reference are written whole, as often as it takes, until the training is over. */
export const setTermsOfReference = (
  { data }: SetTermsOfReference,
  training: Training,
): Decision<TermsOfReferenceSet, Over> => {
  if (training.status !== 'planned') return refuse(OVER[training.status]);
  const { trainingId, ...terms } = data;
  if (training.terms !== null && differences(training.terms, terms).length === 0) return accept();
  return accept({ type: 'terms-of-reference-set', data: { trainingId, ...terms } });
};
