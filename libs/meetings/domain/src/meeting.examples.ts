import type { AttendanceTallied, MeetingConvened, MeetingHeld } from './meeting';

/** Facts and callers the specs of a meeting speak about. */
export const ids = {
  meeting: '11111111-1111-5111-8111-111111111111',
  committee: '22222222-2222-5222-8222-222222222222',
  unit: '33333333-3333-5333-8333-333333333333',
  awa: '44444444-4444-5444-8444-444444444444',
} as const;
export const at = '2024-12-01T10:00:00.000Z';
export const by = { actor: 'a'.repeat(64), role: 'secretary' };
export const text = (seed: string) => ({ textRef: ids.unit, digest: seed.repeat(64).slice(0, 64) });

export const convened: MeetingConvened = {
  type: 'meeting-convened',
  data: {
    meetingId: ids.meeting,
    committeeId: ids.committee,
    unitId: ids.unit,
    level: 'COMMUNE',
    installedOn: '2023-12-07',
    meetingKind: 'STATUTORY',
    plannedOn: '2024-11-21',
    agenda: [],
  },
};
export const held: MeetingHeld = {
  type: 'meeting-held',
  data: { meetingId: ids.meeting, heldOn: '2024-11-21', presidingCapacity: 'MAIRE', place: null },
};
export const tallied: AttendanceTallied = {
  type: 'attendance-tallied',
  data: { meetingId: ids.meeting, women: 5, men: 19, notReported: 0, youth: 8, isf: 7, members: 20 },
};
