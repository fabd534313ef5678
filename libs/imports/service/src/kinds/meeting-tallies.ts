import { recordTally } from '@benkan/contracts/meetings';
import type { TallyRow } from '@benkan/imports-domain';
import type { Kind } from './kind';
import { holdMeeting } from './meetings';
import { stepper, type Done } from './step';

/** A list of statutory meetings of which only counts are kept. */
export const meetingTallies: Kind<'meeting-tallies'> = {
  needs: recordTally.name,
  width: 4,
  open: async (working) => {
    const row = async (values: TallyRow, key: string): Promise<Done> => {
      const { communeCode, date, presidingCapacity, women, men, notReported, youth, fsi, members } = values;
      const held = await holdMeeting(
        working,
        { communeCode, date, kind: 'STATUTORY', presidingCapacity, agenda: [] },
        key,
      );
      if (held.meetingId === undefined || held.troubles.length > 0) return held;
      const steps = stepper();
      const tally = { meetingId: held.meetingId, women, men, notReported, youth, isf: fsi, members };
      steps.take(recordTally.name, await working.say(recordTally, tally, `${key}|tally`));
      const done = steps.done();
      return { ...done, changed: done.changed || held.changed };
    };
    return { kind: 'opened', troubles: [], row };
  },
};
