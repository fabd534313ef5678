import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../as-recorded';
import type {
  Committee,
  CommitteeLevel,
  Designated,
  PresidencyCapacity,
  PresidentDesignated,
} from '../committee';
import { firstRefusal } from '../first-refusal';
import type { Life } from '../life';
import { hasASeat, isOwnSeat } from '../sitting';

export type DesignatePresident = Said<
  Designated & {
    /** Whether the registry knows the participant; without effect when nobody is named. */
    readonly participantKnown: boolean;
  }
>;

export type DesignatePresidentRefusal =
  | 'committee-unknown'
  | 'participant-unknown'
  | 'in-the-future'
  | 'capacity-not-of-this-level'
  | 'person-has-a-seat'
  | 'differs-from-recorded';

// décret 2019-0041: the governor presides in a region, the mayor (or who stands for him) in a commune
const capacities: Readonly<Record<CommitteeLevel, readonly PresidencyCapacity[]>> = {
  REGION: ['GOUVERNEUR', 'INTERIM'],
  COMMUNE: ['MAIRE', 'PRESIDENT_DELEGATION_SPECIALE', 'CARETAKER', 'INTERIM'],
};

const sitsElsewhere = (life: Life, { capacity, participantId, since }: Designated): boolean => {
  if (participantId === null || !isOwnSeat(capacity)) return false;
  const to = life.presidency.find((next) => next.since > since)?.since ?? null;
  // whoever presided before goes on in another capacity
  const others = { ...life, presidency: [] };
  return hasASeat(others, participantId, { from: since, to });
};

/** The presidency is held in a capacity from a day on; who holds it need not be named. */
export const designatePresident = (
  { data: { participantKnown, committeeId, ...given }, at }: DesignatePresident,
  committee: Committee,
): Decision<PresidentDesignated, DesignatePresidentRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const { capacity, participantId, since } = given;
  const recorded = committee.presidency.findLast((one) => one.state === 'HELD' && one.since === since);
  if (recorded?.state === 'HELD') return asRecorded(recorded, given);
  const no = firstRefusal(
    [since > dayOf(at), 'in-the-future'],
    [!capacities[committee.established.level].includes(capacity), 'capacity-not-of-this-level'],
    [participantId !== null && !participantKnown, 'participant-unknown'],
    [sitsElsewhere(committee, { committeeId, ...given }), 'person-has-a-seat'],
  );
  return no ?? accept({ type: 'president-designated', data: { committeeId, ...given } });
};
