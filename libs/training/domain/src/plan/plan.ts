import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Planned, Training, TrainingPlanned } from '../training';

export type Plan = Said<Planned & { readonly unitKnown: boolean }>;

export type PlanRefusal = 'unit-unknown' | 'days-repeat' | 'differs-from-recorded';

const plannedOf = ({ trainingId, unitId, days, themes, group, title }: Planned): Planned => ({
  trainingId,
  unitId,
  days: [...days].sort(),
  themes: [...new Set(themes)].sort(),
  group,
  title,
});

/** A training is planned once, over days that are all different; the order they are told in says nothing. */
export const plan = ({ data }: Plan, training: Training): Decision<TrainingPlanned, PlanRefusal> => {
  if (new Set(data.days).size < data.days.length) return refuse('days-repeat');
  const given = plannedOf(data);
  if (training.status !== 'unknown') {
    const differing = differences(training.planned, given);
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  if (!data.unitKnown) return refuse('unit-unknown');
  return accept({ type: 'training-planned', data: given });
};
