import { accept, dayOf, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Convened, Held, Meeting, MeetingHeld, PresidingCapacity } from '../meeting';

export type Hold = Said<Held>;

export type HoldRefusal =
  | 'meeting-unknown'
  | 'committee-not-installed'
  | 'held-before-installation'
  | 'held-in-the-future'
  | 'capacity-not-of-this-level'
  | 'differs-from-recorded';

// décret 2019-0041: the governor presides in a region, the mayor (or who stands for him) in a commune
const capacities: Readonly<Record<Convened['level'], readonly PresidingCapacity[]>> = {
  REGION: ['GOUVERNEUR', 'INTERIM', 'NOT_REPORTED'],
  COMMUNE: ['MAIRE', 'PRESIDENT_DELEGATION_SPECIALE', 'CARETAKER', 'INTERIM', 'NOT_REPORTED'],
};

const heldOf = ({ meetingId, heldOn, presidingCapacity, place }: Held): Held => ({
  meetingId,
  heldOn,
  presidingCapacity,
  place,
});

/** A meeting is held once, by an installed committee, on a day that has come, under a capacity of its level. */
export const hold = ({ data, at }: Hold, meeting: Meeting): Decision<MeetingHeld, HoldRefusal> => {
  if (meeting.status === 'unknown') return refuse('meeting-unknown');
  if (meeting.status === 'held') {
    const differing = differences(meeting.held, heldOf(data));
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  const { installedOn, level } = meeting.convened;
  if (installedOn === null) return refuse('committee-not-installed');
  if (data.heldOn < installedOn) return refuse('held-before-installation');
  if (data.heldOn > dayOf(at)) return refuse('held-in-the-future');
  if (!capacities[level].includes(data.presidingCapacity)) return refuse('capacity-not-of-this-level');
  return accept({ type: 'meeting-held', data: heldOf(data) });
};
