import { accept, dayOf, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Composition } from '../composition';
import type {
  Convened,
  Held,
  Meeting,
  MeetingCompositionNoted,
  MeetingHeld,
  PresidingCapacity,
} from '../meeting';

export type Hold = Said<
  Held & {
    /** Who was expected that day, as the registry says; null where it says nothing. */
    readonly composition?: Composition | null;
  }
>;

export type HoldRefusal =
  | 'meeting-unknown'
  | 'meeting-cancelled'
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

type HoldFact = MeetingHeld | MeetingCompositionNoted;

const notDue = ({ heldOn }: Held, { installedOn }: Convened, today: string) => {
  if (installedOn === null) return 'committee-not-installed';
  if (heldOn < installedOn) return 'held-before-installation';
  return heldOn > today ? 'held-in-the-future' : undefined;
};

/** A meeting is held once, by an installed committee, on a day that has come, under a capacity of its level. */
export const hold = ({ data, at }: Hold, meeting: Meeting): Decision<HoldFact, HoldRefusal> => {
  if (meeting.status === 'unknown') return refuse('meeting-unknown');
  if (meeting.status === 'held') {
    const differing = differences(meeting.held, heldOf(data));
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  if (meeting.status === 'cancelled') return refuse('meeting-cancelled');
  const early = notDue(data, meeting.convened, dayOf(at));
  if (early !== undefined) return refuse(early);
  if (!capacities[meeting.convened.level].includes(data.presidingCapacity))
    return refuse('capacity-not-of-this-level');
  const { meetingId, composition } = data;
  const held: MeetingHeld = { type: 'meeting-held', data: heldOf(data) };
  return composition
    ? accept<HoldFact>(held, { type: 'meeting-composition-noted', data: { meetingId, ...composition } })
    : accept<HoldFact>(held);
};
