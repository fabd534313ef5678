import type { DataOf } from '../heard-event';
import { on, type Telling } from './rule';

const line = ({ meetingId, participantId, quality, status }: DataOf<'attendance-recorded'>): Telling => ({
  fact: { kind: 'meeting-attendance', meetingId, participantId, quality, status },
  occurredOn: null,
});

const ofLine = ({ meetingId, participantId }: DataOf<'attendance-recorded'>) =>
  ['meeting-attendance', meetingId, participantId] as const;

/** Meetings and who was there, by line or by counts. */
export const fromMeetings = [
  on('meeting-convened', {
    about: ({ meetingId }) => ['meeting', meetingId],
    tell: ({ meetingId, committeeId, unitId, meetingKind, plannedOn }) => ({
      fact: { kind: 'meeting', meetingId, committeeId, unitId, meetingKind, plannedOn, heldOn: null },
      occurredOn: plannedOn,
    }),
  }),
  on('meeting-held', {
    about: ({ meetingId }) => ['meeting', meetingId],
    tell: ({ heldOn }, before) =>
      before?.kind === 'meeting' ? { fact: { ...before, heldOn }, occurredOn: heldOn } : undefined,
  }),
  on('attendance-recorded', { about: ofLine, tell: line }),
  on('attendance-corrected', { about: ofLine, tell: line }),
  on('attendance-tallied', {
    about: ({ meetingId }) => ['tally', meetingId],
    tell: (counts) => ({ fact: { kind: 'tally', ...counts }, occurredOn: null }),
  }),
] as const;
