import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Cancelled, Meeting, MeetingCancelled } from '../meeting';

export type Cancel = Said<Cancelled & { readonly meetingId: string }>;

export type CancelRefusal =
  'meeting-unknown' | 'meeting-already-held' | 'cancellation-reason-missing' | 'differs-from-recorded';

/** A meeting that was not held may be cancelled, once, with its cause; OTHER says which in words. */
export const cancel = (
  { data: { meetingId, cause, reason } }: Cancel,
  meeting: Meeting,
): Decision<MeetingCancelled, CancelRefusal> => {
  if (meeting.status === 'unknown') return refuse('meeting-unknown');
  if (meeting.status === 'held') return refuse('meeting-already-held');
  if (meeting.status === 'cancelled') {
    const differing = differences(meeting.cancelled, { cause, reason });
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  if (cause === 'OTHER' && reason === null) return refuse('cancellation-reason-missing');
  return accept({ type: 'meeting-cancelled', data: { meetingId, cause, reason } });
};
