import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Committee, CommitteeEstablished, Established } from '../committee';

export type EstablishCommittee = Said<
  Established & {
    readonly unitKnown: boolean;
    /** The committee that already holds this unit at this level. */
    readonly heldBy: string | null;
  }
>;

export type EstablishCommitteeRefusal = 'unit-unknown' | 'unit-has-a-committee' | 'differs-from-recorded';

const establishedOf = (data: Established): Established => ({
  committeeId: data.committeeId,
  unitId: data.unitId,
  level: data.level,
  name: data.name,
  legalAct: data.legalAct,
  frequency: data.frequency,
});

/** At most one committee per unit and level. */
export const establishCommittee = (
  { data }: EstablishCommittee,
  committee: Committee,
): Decision<CommitteeEstablished, EstablishCommitteeRefusal> => {
  const given = establishedOf(data);
  if (committee.status !== 'unknown') {
    const differing = differences(committee.established, given);
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  if (!data.unitKnown) return refuse('unit-unknown');
  if (data.heldBy !== null && data.heldBy !== data.committeeId) return refuse('unit-has-a-committee');
  return accept({ type: 'committee-established', data: given });
};
