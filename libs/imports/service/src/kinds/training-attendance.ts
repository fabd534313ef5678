import { plan, recordAttendance, recordTestResults } from '@benkan/contracts/training';
import type { TrainingRow } from '@benkan/imports-domain';
import { derivedId } from '@benkan/messaging';
import { fatal, rejected, type Kind } from './kind';
import { registerPerson } from './person';
import { stepper, trouble } from './step';

/** A training sheet: the training, then per row a person, their signatures, their tests. */
export const trainingAttendance: Kind<'training-attendance'> = {
  needs: recordAttendance.name,
  width: 8,
  open: async ({ say, places }, head) => {
    const place = await places.place(head.communeCode);
    if (place === undefined) return rejected(trouble('unknown-commune', 'Code commune', head.communeCode));
    const { unitId } = place;
    const id = derivedId('training', unitId, head.days.join(','), String(head.group));
    const opening = stepper();
    const themes = head.themes.length === 0 ? ['AUTRE'] : [...head.themes];
    const title = head.title === null ? {} : { title: head.title.slice(0, 300) };
    opening.take(
      plan.name,
      await say(plan, { id, unitId, days: [...head.days], themes, group: head.group, ...title }, 'training'),
    );
    const { troubles } = opening.done();
    const worst = fatal(troubles);
    if (worst !== undefined) return rejected(worst);

    const row = async (values: TrainingRow, key: string) => {
      const steps = stepper();
      const participantId = steps.take(
        'registry.register-participant',
        await registerPerson(say, unitId, values, key),
      );
      if (participantId === undefined) return steps.done();
      for (const { day, status } of values.days)
        steps.take(
          recordAttendance.name,
          await say(
            recordAttendance,
            { trainingId: id, participantId, day, status: status === 'present' ? 'PRESENT' : 'ABSENT' },
            `${key}|${day}`,
          ),
        );
      const { pre, post, max } = values;
      if (pre !== null || post !== null)
        steps.take(
          recordTestResults.name,
          await say(recordTestResults, { trainingId: id, participantId, pre, post, max }, `${key}|tests`),
        );
      return steps.done();
    };
    return { kind: 'opened', troubles, unitId, row };
  },
};
