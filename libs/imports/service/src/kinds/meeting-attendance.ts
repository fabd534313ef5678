import { recordAttendance, recordAttendanceSheet } from '@benkan/contracts/meetings';
import type { MeetingRow } from '@benkan/imports-domain';
import { fatal, rejected, type Kind, type Working } from './kind';
import { foundMeeting, meetingOfSheet } from './meeting-of-sheet';
import { personOf, unclear } from './person';
import { stepper } from './step';
import { wholeSheet } from './whole-sheet';

type Line = { readonly participantId: string; readonly quality: string; readonly status: string };

const linesOf = ({ say, places }: Working, meetingId: string) =>
  wholeSheet<Line>(say, {
    contract: recordAttendanceSheet,
    of: (lines) => ({ meetingId, lines }),
    stood: async () => {
      const before = new Set((await places.linesBefore(meetingId)).map(({ participantId }) => participantId));
      return ({ participantId }) => before.has(participantId);
    },
    alone: async (line, key) => {
      const steps = stepper();
      steps.take(recordAttendance.name, await say(recordAttendance, { meetingId, ...line }, `${key}|line`));
      return steps.done();
    },
  });

/** The sheet of one meeting: the meeting, a person per row, then all lines in one command. */
export const meetingAttendance: Kind<'meeting-attendance'> = {
  needs: recordAttendance.name,
  width: 8,
  look: async (places, head) => {
    const found = await foundMeeting(places, head);
    const worst = fatal(found.troubles);
    if (worst !== undefined) return rejected(worst);
    const { unitId, troubles } = found;
    if (unitId === undefined) return rejected({ code: 'no-committee', column: null, value: null });
    return { kind: 'looked', troubles, row: (values) => unclear(places, unitId, values) };
  },
  open: async (working, head) => {
    const held = await meetingOfSheet(working, head);
    const worst = fatal(held.troubles);
    if (worst !== undefined) return rejected(worst);
    const { meetingId, unitId, troubles } = held;
    if (meetingId === undefined || unitId === undefined)
      return rejected({ code: 'no-committee', column: null, value: null });
    const lines = linesOf(working, meetingId);

    const row = async (values: MeetingRow, key: string) => {
      const { participantId, done } = await personOf(working, { unitId, key }, values);
      const line = { quality: values.quality.toUpperCase(), status: values.status.toUpperCase() };
      if (participantId !== undefined) lines.add(key, { participantId, ...line });
      return done;
    };
    return { kind: 'opened', troubles, unitId, row, close: lines.close };
  },
};
