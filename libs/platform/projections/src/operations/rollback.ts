import type { OperatorOptions, RollbackOutcome } from './operations';
import { underLease, type Holding } from './under-lease';

const swapped = async ({ views }: OperatorOptions, { record, lease }: Holding): Promise<RollbackOutcome> => {
  const { slice, active, previous, beat } = record;
  if (previous === null) return { kind: 'nothing-to-roll-back-to' };
  const change = {
    ...{ active: previous, previous: active },
    ...{ owner: null, epoch: lease.epoch + 1, beat: beat + 1, until: 0 },
  };
  const expected = { epoch: lease.epoch, active, previous };
  const made = await views.changeSlices([{ slice, expected, change }], { lasting: true });
  return made === 1 ? { kind: 'rolled-back', active: previous, previous: active } : { kind: 'interrupted' };
};

/** Answers from the generation before again: it goes on from where it was left. */
export const rollBack = (options: OperatorOptions, slice: string): Promise<RollbackOutcome> =>
  underLease(options, slice, (holding) => swapped(options, holding));
