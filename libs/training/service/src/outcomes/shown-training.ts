import { getUnit } from '@benkan/contracts/registry';
import type { Because } from '@benkan/doors';
import type { TrainingView } from '@benkan/training-read-model';
import type { TrainingContext } from '../context';

/** Where and about what a training was, with the name of the place today. */
export const shownTraining = async (
  { ask }: Pick<TrainingContext, 'ask'>,
  { unitId, themes, days }: Pick<TrainingView, 'unitId' | 'themes' | 'days'>,
  because: Because,
) => {
  const unit = await ask(getUnit, { unitId }, because);
  return { unitId, unitName: unit?.name ?? '', themes: [...themes], days: [...days] };
};
