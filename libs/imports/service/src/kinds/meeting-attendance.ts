import { recordAttendance } from '@benkan/contracts/meetings';
import type { MeetingHead, MeetingRow } from '@benkan/imports-domain';
import { fatal, rejected, type Kind } from './kind';
import { holdMeeting } from './meetings';
import type { MeetingKind } from './places';
import { registerPerson } from './person';
import { stepper } from './step';

const KINDS: Readonly<Record<MeetingHead['meetingKind'], MeetingKind>> = {
  statutory: 'STATUTORY',
  extraordinary: 'EXTRAORDINARY',
  extended: 'EXTENDED',
};

/** The sheet of one meeting: the meeting, then a person and a line per row. */
export const meetingAttendance: Kind<'meeting-attendance'> = {
  needs: recordAttendance.name,
  width: 8,
  open: async (working, head) => {
    const { say } = working;
    const held = await holdMeeting(working, { ...head, kind: KINDS[head.meetingKind] }, 'meeting');
    const worst = fatal(held.troubles);
    if (worst !== undefined) return rejected(worst);
    const { meetingId, unitId, troubles } = held;
    if (meetingId === undefined || unitId === undefined)
      return rejected({ code: 'no-committee', column: null, value: null });

    const row = async (values: MeetingRow, key: string) => {
      const steps = stepper();
      const participantId = steps.take(
        'registry.register-participant',
        await registerPerson(say, unitId, values, key),
      );
      if (participantId === undefined) return steps.done();
      const line = { quality: values.quality.toUpperCase(), status: values.status.toUpperCase() };
      steps.take(
        recordAttendance.name,
        await say(recordAttendance, { meetingId, participantId, ...line }, `${key}|line`),
      );
      return steps.done();
    };
    return { kind: 'opened', troubles, unitId, row };
  },
};
